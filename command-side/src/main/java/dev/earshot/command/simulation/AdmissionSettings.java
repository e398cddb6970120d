package dev.earshot.command.simulation;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What live calls are admitted by, which candidates share unless they say otherwise.
 *
 * @param atLeastSeconds seconds without which a call is not admitted
 */
@Validated
@ConfigurationProperties("billing")
record AdmissionSettings(@DefaultValue("60") @Min(1) long atLeastSeconds) {}
