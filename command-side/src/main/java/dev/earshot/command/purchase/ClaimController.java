package dev.earshot.command.purchase;

import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.web.Caller;
import dev.earshot.platform.web.Intent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes claims to what was bought outside before anybody knew for whom. */
@RestController
class ClaimController {
    private final Claims claims;

    ClaimController(Claims claims) {
        this.claims = claims;
    }

    @PostMapping("/v1/purchases/claims")
    @Operation(
            summary = "Claim what was bought outside before signing in",
            description = "By what the provider calls the buyer, which only the buyer's device knows. Each purchase is"
                    + " claimed once; repeating one's own claim changes nothing. What is bought by the same customer"
                    + " later comes without asking. A subscription becomes a part of the membership.")
    Reply claim(@Valid @RequestBody Form form, Caller caller, Intent intent) throws Refused {
        return new Reply(claims.byCustomer(caller.accountId(), form.provider(), form.customerId()));
    }

    @Schema(name = "PurchaseClaimForm", example = """
            {"provider": "adapty", "customerId": "0d4e1c6e-6b54-4f0b-9c8e-0f5f9b3c1a77"}""")
    record Form(
            @NotBlank @Size(max = 40) String provider,
            @NotBlank @Size(max = 200) String customerId) {
        @Override
        public String toString() {
            return "PurchaseClaimForm[" + provider + "]";
        }
    }

    /** Each purchase of this customer, and what became of the claim to it. */
    @Schema(name = "PurchaseClaims")
    record Reply(List<Claim> claims) {}
}
