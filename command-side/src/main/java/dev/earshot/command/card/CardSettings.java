package dev.earshot.command.card;

import dev.earshot.api.money.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How cards are charged.
 *
 * @param most how many cards a member may save
 * @param captureTries how often a capture is tried before the amount is owed by the member
 * @param captureWait how long the second try waits; four times as long each further one
 * @param minimum what providers take at least, by currency, in minor units; half a unit of the currency where none is given.
 *     The defaults are the minimum charges Stripe publishes
 */
@Validated
@ConfigurationProperties("cards")
record CardSettings(
        @DefaultValue("10") @Min(1) @Max(100) int most,
        @DefaultValue("6") @Min(1) @Max(20) int captureTries,
        @NotNull @DefaultValue("1m") Duration captureWait,
        Map<String, @Min(1) Long> minimum) {
    private static final int STEEPNESS = 4;
    private static final Map<String, Long> PUBLISHED = Map.ofEntries(
            Map.entry("AED", 200L),
            Map.entry("CZK", 1500L),
            Map.entry("DKK", 250L),
            Map.entry("GBP", 30L),
            Map.entry("HKD", 400L),
            Map.entry("HUF", 17500L),
            Map.entry("JPY", 50L),
            Map.entry("KRW", 50L),
            Map.entry("MXN", 1000L),
            Map.entry("MYR", 200L),
            Map.entry("NOK", 300L),
            Map.entry("PLN", 200L),
            Map.entry("RON", 200L),
            Map.entry("SEK", 300L),
            Map.entry("THB", 1000L));

    CardSettings {
        minimum = minimum == null ? Map.of() : Map.copyOf(minimum);
    }

    /** Whether providers take so little. */
    boolean suffices(Money amount) {
        return amount.minor() >= leastOf(amount);
    }

    /** This amount, or as much as providers take at least. */
    Money atLeast(Money amount) {
        return new Money(Math.max(amount.minor(), leastOf(amount)), amount.currency());
    }

    /** How long to wait after the capture has failed so often. */
    Duration waitAfter(int failures) {
        Duration wait = captureWait;
        for (int i = 1; i < failures; i++) {
            wait = wait.multipliedBy(STEEPNESS);
        }
        return wait;
    }

    private long leastOf(Money amount) {
        String code = amount.currency().getCurrencyCode();
        long half = BigDecimal.valueOf(5, 1)
                .movePointRight(amount.currency().getDefaultFractionDigits())
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        return minimum.getOrDefault(code, PUBLISHED.getOrDefault(code, half));
    }
}
