package dev.earshot.query.person;

import dev.earshot.api.account.AccountRefusal;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.erasure.Erasures;
import dev.earshot.platform.web.Caller;
import dev.earshot.platform.web.Download;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** All that is held on a person, and how far the erasure of one has come. */
@RestController
class ExportController {
    private static final String WHAT =
            "Every text in clear, every row of every table that speaks of the person, and for each"
                    + " other table why it does not. Streamed; ends with notExported when it is whole.";

    private final Export export;
    private final Erasures erasures;

    ExportController(Export export, Erasures erasures) {
        this.export = export;
        this.erasures = erasures;
    }

    @GetMapping(path = "/v1/me/export", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Export all that is held on oneself", description = WHAT)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    void own(Caller caller, HttpServletResponse response) {
        send(caller.accountId(), response);
    }

    @GetMapping(path = "/v1/admin/accounts/{accountId}/export", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(operationId = "exportAccount", summary = "Export all that is held on somebody", description = WHAT)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    void ofAnother(
            @Parameter(example = "acc_7f3kq2v9x1") @PathVariable AccountId accountId, HttpServletResponse response)
            throws Refused {
        if (!export.isAnybody(accountId)) {
            throw AccountRefusal.ACCOUNT_UNKNOWN.of("there is no account %s", accountId);
        }
        send(accountId, response);
    }

    @GetMapping("/v1/admin/accounts/{accountId}/erasure")
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(
            summary = "Tell how far the erasure of a person has come",
            description = "A step without doneAt is still to be done; without any step there was no erasure.")
    Progress erasure(@Parameter(example = "acc_7f3kq2v9x1") @PathVariable AccountId accountId) {
        return new Progress(erasures.stepsOf(accountId));
    }

    private void send(AccountId person, HttpServletResponse response) {
        Download.send(response, MediaType.APPLICATION_JSON_VALUE, person + ".json", out -> export.write(person, out));
    }

    /** What has been tried, and what of it is done. */
    @Schema(name = "ErasureProgress")
    record Progress(List<Erasures.Step> steps) {}
}
