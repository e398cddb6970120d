package dev.earshot.command.simulation;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What may be asked of the pricing lab.
 *
 * @param mostCandidates how many candidates one simulation may compare
 */
@Validated
@ConfigurationProperties("simulations")
record SimulationSettings(@DefaultValue("8") @Min(1) int mostCandidates) {}
