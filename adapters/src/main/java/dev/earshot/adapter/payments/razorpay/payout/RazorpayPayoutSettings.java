package dev.earshot.adapter.payments.razorpay.payout;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How listeners are paid through RazorpayX.
 *
 * @param accountNumber our customer identifier at RazorpayX, from which money is sent; without one nobody is paid
 * @param webhookSecrets of RazorpayX's own hooks; two while one is being replaced
 * @param narration what the listener reads on the bank's statement
 * @param askAfter how long after money was sent RazorpayX is asked about it, should no hook have come
 * @param mayReturn for how long after it was sent money may come back
 * @param lookAgain how often it is looked whether it did
 * @param keysLast how long RazorpayX surely remembers an idempotency key
 */
@Validated
@ConfigurationProperties("payments.razorpay.payout")
record RazorpayPayoutSettings(
        @DefaultValue("") String accountNumber,
        @DefaultValue List<String> webhookSecrets,

        @DefaultValue("Earnings") @Pattern(regexp = "[A-Za-z0-9 ]{1,30}")
        String narration,

        @NotNull @DefaultValue("10m") Duration askAfter,
        @NotNull @DefaultValue("10d") Duration mayReturn,
        @NotNull @DefaultValue("1d") Duration lookAgain,
        @NotNull @DefaultValue("6d") Duration keysLast) {
    boolean isComplete() {
        return !accountNumber.isBlank();
    }
}
