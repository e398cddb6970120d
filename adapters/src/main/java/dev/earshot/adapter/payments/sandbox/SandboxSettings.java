package dev.earshot.adapter.payments.sandbox;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the sandbox behaves.
 *
 * @param lateBy how long {@code test_late} takes to answer
 * @param askAfter how long a top-up may stay unanswered before the network is asked what became of it
 */
@Validated
@ConfigurationProperties("payments.sandbox")
record SandboxSettings(
        @NotNull @DefaultValue("5s") Duration lateBy,
        @NotNull @DefaultValue("15s") Duration askAfter) {}
