package dev.earshot.query.audit.run;

import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.web.Caller;
import dev.earshot.query.audit.AuditRefusal;
import dev.earshot.query.audit.WhereTheLogIs;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Verifications of the log, for finance. */
@RestController
@WhereTheLogIs
@RequestMapping(VerificationController.PATH)
@PreAuthorize("hasAnyRole('FINANCE', 'SUPERADMIN')")
class VerificationController {
    static final String PATH = "/v1/audit/verifications";

    private final Verifications verifications;
    private final VerificationRows rows;

    VerificationController(Verifications verifications, VerificationRows rows) {
        this.verifications = verifications;
        this.rows = rows;
    }

    /** Begins one; its progress, and later its verdict, is at the answer's {@code Location}. */
    @Operation(
            operationId = "verifyLog",
            summary = "Verify the whole log against its chain and its signed checkpoints",
            description =
                    "Reads every event again. Refused as VERIFICATION_RUNNING while another verification is under way.")
    @PostMapping
    ResponseEntity<Verification> verify(Caller caller) throws Refused {
        String id = verifications.ask(caller.accountId());
        return ResponseEntity.accepted().location(URI.create(PATH + "/" + id)).body(named(id));
    }

    @Operation(operationId = "getVerifications", summary = "List the verifications of the log, the latest first")
    @GetMapping
    Page<Verification> verifications(@Valid PageRequest page) throws Refused {
        return rows.page(page);
    }

    @Operation(
            operationId = "getVerification",
            summary = "Tell how far a verification is, and what it found first",
            description =
                    "Each finding has a code, the position in the log where it is, or the first and the last that it may be at, and a text.")
    @GetMapping("/{verificationId}")
    Verification verification(@Parameter(example = "ver_0191c2f0a7e07d3f") @PathVariable String verificationId)
            throws Refused {
        return named(verificationId);
    }

    private Verification named(String id) throws Refused {
        return rows.find(id).orElseThrow(() -> AuditRefusal.VERIFICATION_UNKNOWN.of("there is no verification %s", id));
    }
}
