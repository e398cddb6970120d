package dev.earshot.query.stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of {@code /v1/stream}.
 *
 * @param heartbeat how often an idle stream carries a comment, so that both ends notice a dead connection
 * @param timeout how long one connection may last at most; it ends earlier with the token it was opened with
 * @param perAccount how many streams an account may have; the oldest gives way
 * @param backlog how many facts may wait for a slow client before it is dropped
 * @param recent how many facts are kept in memory for clients that were away for moments
 * @param resumeAtMost how many missed facts are told again; a client that missed more starts anew
 * @param writers threads that write to clients; none ever waits for one
 */
@Validated
@ConfigurationProperties("stream")
record StreamSettings(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("30m") Duration timeout,
        @DefaultValue("5") @Min(1) int perAccount,
        @DefaultValue("256") @Min(16) int backlog,
        @DefaultValue("20000") @Min(1) int recent,
        @DefaultValue("1000") @Min(1) int resumeAtMost,
        @DefaultValue("2") @Min(1) @Max(64) int writers) {}
