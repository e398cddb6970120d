package dev.earshot.saga;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a call may stay in one state.
 *
 * @param ring how long it may ring
 * @param connect how long the two may take to join once it is answered
 * @param maximumLength how long it may last once connected
 */
@ConfigurationProperties("call")
public record CallPromiseSettings(
        @DefaultValue("45s") Duration ring,
        @DefaultValue("30s") Duration connect,
        @DefaultValue("4h") Duration maximumLength) {}
