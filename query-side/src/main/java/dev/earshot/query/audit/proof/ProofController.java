package dev.earshot.query.audit.proof;

import dev.earshot.api.refusal.Refused;
import dev.earshot.query.audit.WhereTheLogIs;
import dev.earshot.query.audit.checkpoint.CheckpointRows;
import dev.earshot.query.audit.key.Keyring;
import dev.earshot.query.audit.key.SigningKey;
import dev.earshot.query.audit.key.VerifyingKey;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Proofs, checkpoints and keys, for finance to hand on. */
@RestController
@WhereTheLogIs
@RequestMapping("/v1/audit")
@PreAuthorize("hasAnyRole('FINANCE', 'SUPERADMIN')")
class ProofController {
    private final Proofs proofs;
    private final CheckpointRows checkpoints;
    private final Keyring trusted;
    private final SigningKey current;

    ProofController(Proofs proofs, JdbcClient database, Keyring trusted, SigningKey current) {
        this.proofs = proofs;
        this.checkpoints = new CheckpointRows(database);
        this.trusted = trusted;
        this.current = current;
    }

    @Operation(
            operationId = "getProof",
            summary = "Prove that an event is in the log, to somebody who has only the public key",
            description =
                    "By the event's position in the log or by its id. Refused as AUDIT_PROOF_NOT_YET until the event is in a"
                            + " checkpoint. docs/VerifyProof.java checks it with nothing but a JDK.")
    @GetMapping("/proofs/{positionOrEventId}")
    Proof proof(@Parameter(example = "4711") @PathVariable String positionOrEventId) throws Refused {
        return proofs.of(positionOrEventId);
    }

    @Operation(operationId = "getCheckpoints", summary = "List the signed checkpoints of the log, the latest first")
    @GetMapping("/checkpoints")
    Page<CheckpointReply> checkpoints(@Valid PageRequest page) throws Refused {
        return Page.of(checkpoints.before(page.before(), page.rows()), page, row -> Long.toString(row.number()))
                .map(row -> CheckpointReply.of(row.signed()));
    }

    @Operation(
            operationId = "getAuditKeys",
            summary = "Tell the public keys that checkpoints are signed with, the one in use first",
            description =
                    "Whoever checks a proof should have the key from elsewhere: published once, and compared by its id.")
    @GetMapping("/keys")
    KeysReply keys() {
        return new KeysReply(trusted.all().stream().map(this::reply).toList());
    }

    private KeyReply reply(VerifyingKey key) {
        return new KeyReply(key.id(), key.id().equals(current.verifying().id()), key.pem());
    }

    @Schema(name = "AuditKeys")
    record KeysReply(List<KeyReply> items) {}

    /**
     * @param keyId the first eight bytes of the SHA-256 of the encoded key (X.509, DER), in hexadecimal
     * @param inUse whether checkpoints are signed with it now
     * @param pem the key as a file
     */
    @Schema(name = "AuditKey")
    record KeyReply(String keyId, boolean inUse, String pem) {}
}
