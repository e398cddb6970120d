package dev.earshot.command.payout;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.payout.PayoutCommand.OpenPayee;
import dev.earshot.api.payout.PayoutRefusal;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.payments.PayeeOnboarding;
import dev.earshot.platform.payments.PayeeOnboarding.Onboarding;
import dev.earshot.platform.web.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opens the account that payouts go to. */
@RestController
class PayeeController {
    private final CommandGateway commands;
    private final List<PayeeOnboarding> providers;
    private final Clock clock;

    PayeeController(CommandGateway commands, ObjectProvider<PayeeOnboarding> providers, Clock clock) {
        this.commands = commands;
        this.providers = providers.stream().toList();
        this.clock = clock;
    }

    @PostMapping("/v1/me/payout-account")
    @PreAuthorize("hasRole('LISTENER')")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Open the account that payouts go to, or get a new link to go on opening it",
            description =
                    "Payouts begin when the provider has verified the account. Another method opens another account. What"
                            + " the method takes besides, such as a bank account, goes to the provider and is not kept"
                            + " here. The link is good once and for a few minutes; ask again for another.")
    Reply open(@Valid @RequestBody Form form, Caller caller) throws Refused {
        EarningsId earningsId = EarningsId.of(caller.listenerId());
        Onboarding onboarding = providerOf(form.method()).begin(earningsId, form.method(), form.details());
        commands.sendAndWait(new OpenPayee(earningsId, onboarding.account(), form.method(), clock.instant()));
        return new Reply(onboarding.link());
    }

    private PayeeOnboarding providerOf(String method) throws Refused {
        if (providers.isEmpty()) {
            throw PayoutRefusal.PAYOUT_PROVIDER_MISSING.of("no provider of payouts runs here; please try again later");
        }
        return providers.stream()
                .filter(provider -> provider.mayPay(method))
                .findFirst()
                .orElseThrow(() -> PayoutRefusal.PAYOUT_ACCOUNT_METHOD_UNKNOWN.at(
                        "method", "must be a method by which payouts are made here"));
    }

    /**
     * An account.
     *
     * @param details by the method: {@code country} for {@code stripe_express}; {@code holder}, {@code ifsc} and {@code
     *     accountNumber} for {@code bank_account}; {@code holder} and {@code address} for {@code vpa}
     */
    @Schema(name = "PayoutAccountForm", example = """
            {"method": "test_ok"}""")
    record Form(
            @NotBlank @Size(max = 100) String method,
            @Size(max = 10) Map<@Size(max = 40) String, @NotNull @Size(max = 200) String> details) {
        Form {
            details = details == null ? Map.of() : details;
        }

        /** The details are nobody's business, and least of all a log's. */
        @Override
        public String toString() {
            return "Form[method=" + method + "]";
        }
    }

    @Schema(name = "PayoutAccountReply", example = """
            {"onboardingLink": "https://sandbox.invalid/onboarding/sbx_test_ok_6pk1u0bscz4w"}""")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Reply(Optional<URI> onboardingLink) {}
}
