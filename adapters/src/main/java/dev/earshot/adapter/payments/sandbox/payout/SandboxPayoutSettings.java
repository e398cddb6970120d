package dev.earshot.adapter.payments.sandbox.payout;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the sandbox's banks behave.
 *
 * @param lateBy how long what comes late takes: a verification, an answer, money that comes back
 * @param askAfter how long after a lost answer the bank is asked what became of the payout
 */
@Validated
@ConfigurationProperties("payments.sandbox.payout")
record SandboxPayoutSettings(
        @NotNull @DefaultValue("5s") Duration lateBy,
        @NotNull @DefaultValue("15s") Duration askAfter) {}
