package dev.earshot.platform.payments;

import dev.earshot.api.money.Money;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Currency;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The most that is asked for by itself in a day (UTC) for one wallet.
 *
 * @param times how many payments
 * @param minor how much together, in minor units of the wallet's currency
 * @param minorIn the same for single currencies, where their minor units are worth more or less
 */
@Validated
@ConfigurationProperties("auto-top-up.daily-cap")
public record DailyCap(
        @DefaultValue("5") @Min(1) int times,
        @DefaultValue("50000") @Min(1) long minor,
        @NotNull @DefaultValue Map<Currency, @Min(1) Long> minorIn) {
    /** The cap of wallets in this currency. */
    public Limit in(Currency currency) {
        return new Limit(times, new Money(minorIn.getOrDefault(currency, minor), currency));
    }

    /** So often, and so much together. */
    public record Limit(int times, Money amount) {}
}
