package dev.earshot.adapter.media.loopback;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the loopback behaves.
 *
 * @param ticketFor how long a ticket opens its room
 */
@Validated
@ConfigurationProperties("media.loopback")
record LoopbackSettings(@NotNull @DefaultValue("2m") Duration ticketFor) {}
