package dev.earshot.adapter.payments.stripe.connect;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How listeners are paid through Stripe Connect.
 *
 * @param webhookSecrets {@code whsec_...} of the endpoint for connected accounts; two while one is being replaced
 * @param returnUrl where Stripe's onboarding sends the listener back to; without one, nobody can open an account
 * @param refreshUrl where it sends a listener whose link is used up: there, a new one is asked for
 * @param country of listeners who name none, ISO 3166; Stripe never lets it be changed
 * @param tolerance how far the time in a hook's signature may be from ours
 * @param askAfter how long after money was sent Stripe is asked about it, should no hook have come
 * @param mayReturn for how long after its arrival money may come back
 * @param lookAgain how often it is looked whether it did
 * @param keysLast how long Stripe surely remembers an idempotency key
 */
@Validated
@ConfigurationProperties("payments.stripe.connect")
record ConnectSettings(
        @DefaultValue List<String> webhookSecrets,
        @DefaultValue("") String returnUrl,
        @DefaultValue("") String refreshUrl,
        @DefaultValue("US") @Pattern(regexp = "[A-Z]{2}") String country,
        @NotNull @DefaultValue("5m") Duration tolerance,
        @NotNull @DefaultValue("1h") Duration askAfter,
        @NotNull @DefaultValue("10d") Duration mayReturn,
        @NotNull @DefaultValue("1d") Duration lookAgain,
        @NotNull @DefaultValue("23h") Duration keysLast) {
    boolean isComplete() {
        return !returnUrl.isBlank() && !refreshUrl.isBlank();
    }
}
