package dev.earshot.adapter.payments.stripe;

import dev.earshot.platform.start.CannotStart;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How Stripe is reached. Keys and secrets belong into the environment: PAYMENTS_STRIPE_APIKEY and so on.
 *
 * @param apiKey the secret key, {@code sk_...}
 * @param publishableKey the key for the client's library, {@code pk_...}
 * @param webhookSecrets {@code whsec_...}; two while one is being replaced
 * @param apiBase where the API is
 * @param tolerance how far the time in a hook's signature may be from ours
 * @param askAfter how long after a payment was begun Stripe is asked about it, should no hook have come
 * @param keysLast how long Stripe surely remembers an idempotency key
 */
@Validated
@ConfigurationProperties("payments.stripe")
public record StripeSettings(
        @DefaultValue("") String apiKey,
        @DefaultValue("") String publishableKey,
        @DefaultValue List<String> webhookSecrets,
        @DefaultValue("https://api.stripe.com") String apiBase,
        @NotNull @DefaultValue("2s") Duration connectTimeout,
        @NotNull @DefaultValue("10s") Duration readTimeout,
        @NotNull @DefaultValue("5m") Duration tolerance,
        @NotNull @DefaultValue("1m") Duration askAfter,
        @NotNull @DefaultValue("23h") Duration keysLast) {
    void checkComplete() {
        require("api-key", !apiKey.isBlank());
        require("publishable-key", !publishableKey.isBlank());
        require("webhook-secrets", webhookSecrets.stream().anyMatch(secret -> !secret.isBlank()));
    }

    private static void require(String name, boolean there) {
        if (!there) {
            throw new CannotStart(
                    "The setting payments.stripe." + name + " is missing.",
                    "Set it in the environment as PAYMENTS_STRIPE_"
                            + name.replace("-", "").toUpperCase(java.util.Locale.ROOT)
                            + ", or choose payments.provider=sandbox.");
        }
    }
}
