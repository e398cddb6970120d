package dev.earshot.command.shadow;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What may run beside the terms in force.
 *
 * @param mostPlans how many shadow plans may run at once
 */
@Validated
@ConfigurationProperties("shadow")
record ShadowSettings(@DefaultValue("5") @Min(1) int mostPlans) {}
