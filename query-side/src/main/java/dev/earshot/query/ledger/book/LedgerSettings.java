package dev.earshot.query.ledger.book;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the ledger.
 *
 * @param providers names of payment providers by the beginnings of their references, for the clearing accounts; whoever
 *     changes them rebuilds ledger-view
 * @param exports how many exports may run at the same time, each with a connection of its own
 */
@Validated
@ConfigurationProperties("ledger")
public record LedgerSettings(
        Map<String, String> providers,
        @DefaultValue("2") @Min(1) @Max(8) int exports) {
    public LedgerSettings {
        providers = providers == null ? Map.of() : Map.copyOf(providers);
    }
}
