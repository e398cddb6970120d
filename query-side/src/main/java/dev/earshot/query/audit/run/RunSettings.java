package dev.earshot.query.audit.run;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the log is verified.
 *
 * @param readers how many connections read it at once; each takes a core of the database and a good half of one here
 */
@Validated
@ConfigurationProperties("audit.verify")
public record RunSettings(
        @DefaultValue("2") @Min(1) @Max(16) int readers) {}
