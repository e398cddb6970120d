package dev.earshot.query.audit.chain;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the log is chained.
 *
 * @param block how many events at most are stored together; larger blocks take less room an event, and longer to find one in
 * @param pace how often the end of the log is looked at. A log that trickles makes a block at every look
 */
@Validated
@ConfigurationProperties("audit.chain")
public record ChainSettings(
        @DefaultValue("1024") @Min(1) @Max(16_384) int block,
        @DefaultValue("500ms") Duration pace) {}
