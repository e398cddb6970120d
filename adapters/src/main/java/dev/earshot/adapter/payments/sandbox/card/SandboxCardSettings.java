package dev.earshot.adapter.payments.sandbox.card;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the sandbox's card network behaves.
 *
 * @param slowBy how long {@code test_slow} takes to answer
 * @param customerAfter when the bank has heard from the owner of {@code test_needs_customer}
 */
@Validated
@ConfigurationProperties("payments.sandbox.card")
record SandboxCardSettings(
        @NotNull @DefaultValue("4s") Duration slowBy,
        @NotNull @DefaultValue("5s") Duration customerAfter) {}
