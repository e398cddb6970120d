package dev.earshot.platform.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long somebody is believed.
 *
 * @param access the life of an access token. It is checked without asking the database, so this is also how long a
 *     signed-out device can still act
 * @param refresh the life of a refresh token; each refresh starts it anew
 */
@ConfigurationProperties("session")
record SessionSettings(
        @DefaultValue("15m") Duration access,
        @DefaultValue("30d") Duration refresh) {}
