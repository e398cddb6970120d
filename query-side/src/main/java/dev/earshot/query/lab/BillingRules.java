package dev.earshot.query.lab;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How live calls ask for their means, which replayed ones do alike: some of the settings of the billing of calls, with the
 * same defaults.
 *
 * @param wantedSeconds seconds asked for at once
 * @param lowAtSeconds remaining seconds at which more are asked for
 */
@ConfigurationProperties("billing")
public record BillingRules(
        @DefaultValue("300") long wantedSeconds,
        @DefaultValue("75") long lowAtSeconds) {}
