package dev.earshot.command.person;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.person.ErasureReason;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.web.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes the wish to be forgotten. */
@RestController
class ErasureController {
    private static final String WHEN =
            "Refused while a call of theirs is not settled (ERASURE_CALL_RUNNING), something is"
                    + " owed (ERASURE_RECEIVABLE_OPEN) or on its way (ERASURE_MONEY_IN_FLIGHT), and while money or something bought"
                    + " is left (ERASURE_BALANCE_OPEN), unless it is given up. ";

    private final Erasing erasing;

    ErasureController(Erasing erasing) {
        this.erasing = erasing;
    }

    @DeleteMapping("/v1/me")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "eraseMe",
            summary = "Erase oneself for good",
            description =
                    WHEN + "From the answer on no token of the account is good, and nothing that was written about its"
                            + " person can be read. What was paid and earned stays in the books, without a name.")
    void eraseMe(@Valid @RequestBody(required = false) Form form, Caller caller) throws Refused {
        AccountId self = caller.accountId();
        erasing.erase(self, self, ErasureReason.OWN_WISH, form != null && form.forfeit());
    }

    @DeleteMapping("/v1/admin/accounts/{accountId}")
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(
            operationId = "eraseAccount",
            summary = "Erase the person behind an account for good",
            description = WHEN + "The location tells how far it has come.")
    ResponseEntity<Void> erase(
            @Parameter(example = "acc_7f3kq2v9x1") @PathVariable AccountId accountId,
            @Valid @RequestBody AdminForm form,
            Caller caller)
            throws Refused {
        erasing.erase(accountId, caller.accountId(), form.reason(), form.forfeit());
        return ResponseEntity.accepted()
                .location(URI.create("/v1/admin/accounts/" + accountId + "/erasure"))
                .build();
    }

    /**
     * How one wants to be erased.
     *
     * @param forfeit whether what is left of value is given up
     */
    @Schema(name = "ErasureForm", example = """
            {"forfeit": true}""")
    record Form(Boolean forfeit) {
        Form {
            forfeit = Boolean.TRUE.equals(forfeit);
        }
    }

    /**
     * Why somebody is erased.
     *
     * @param forfeit whether what is left of value is given up, as they have said
     */
    @Schema(name = "AdminErasureForm", example = """
            {"reason": "REQUESTED", "forfeit": false}""")
    record AdminForm(@NotNull ErasureReason reason, Boolean forfeit) {
        AdminForm {
            forfeit = Boolean.TRUE.equals(forfeit);
        }
    }
}
