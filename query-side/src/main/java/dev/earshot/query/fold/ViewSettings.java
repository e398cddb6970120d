package dev.earshot.query.fold;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the stored views.
 *
 * @param batch how many events at most are folded in one transaction, near the head of the log
 * @param pace how long a busy view gathers events between two transactions; zero to never wait
 */
@Validated
@ConfigurationProperties("views")
record ViewSettings(
        @DefaultValue("1000") @Min(1) @Max(10_000) int batch,
        @DefaultValue("50ms") Duration pace) {}
