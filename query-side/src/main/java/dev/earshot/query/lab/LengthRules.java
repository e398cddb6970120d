package dev.earshot.query.lab;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long live calls may last, and replayed ones alike: one of the settings of calls, with the same default.
 *
 * @param maximumLength how long a call may last once connected
 */
@ConfigurationProperties("call")
public record LengthRules(@DefaultValue("4h") Duration maximumLength) {}
