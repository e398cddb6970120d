package dev.earshot.adapter.payments.razorpay;

import dev.earshot.platform.start.CannotStart;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How Razorpay is reached. Keys and secrets belong into the environment: PAYMENTS_RAZORPAY_KEYSECRET and so on.
 *
 * @param keyId {@code rzp_...}, which the client's library is given too
 * @param webhookSecrets two while one is being replaced, for a day: what is told again still carries the old one
 * @param askAfter how long after an order was made Razorpay is asked about it, should no hook have come
 */
@Validated
@ConfigurationProperties("payments.razorpay")
record RazorpaySettings(
        @DefaultValue("") String keyId,
        @DefaultValue("") String keySecret,
        @DefaultValue List<String> webhookSecrets,
        @DefaultValue("https://api.razorpay.com") String apiBase,
        @NotNull @DefaultValue("2s") Duration connectTimeout,
        @NotNull @DefaultValue("10s") Duration readTimeout,
        @NotNull @DefaultValue("1m") Duration askAfter) {
    void checkComplete() {
        require("key-id", !keyId.isBlank());
        require("key-secret", !keySecret.isBlank());
        require("webhook-secrets", webhookSecrets.stream().anyMatch(secret -> !secret.isBlank()));
    }

    private static void require(String name, boolean there) {
        if (!there) {
            throw new CannotStart(
                    "The setting payments.razorpay." + name + " is missing.",
                    "Set it in the environment as PAYMENTS_RAZORPAY_"
                            + name.replace("-", "").toUpperCase(Locale.ROOT)
                            + ", or choose payments.provider=sandbox.");
        }
    }
}
