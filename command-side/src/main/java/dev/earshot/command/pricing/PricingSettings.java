package dev.earshot.command.pricing;

import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.PriceList;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Currency;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The prices the house begins with, in force until a price list is published. They are frozen into the terms of each call,
 * so a change touches only calls requested later.
 *
 * @param feeBasisPoints the platform's part of what a member pays, in hundredths of a per cent
 * @param graceUntilSecond the second a call that runs out of funds may reach for free; 0 for no grace
 * @param gracesPerDay how many calls of one member a day (UTC) may use that
 * @param tokenValue what one token stands for, minor units of {@code currency}
 * @param currency the currency of new wallets
 */
@Validated
@ConfigurationProperties("pricing")
public record PricingSettings(
        @DefaultValue("1500") @Min(0) @Max(10_000) int feeBasisPoints,
        @DefaultValue("60") @Min(0) @Max(600) long graceUntilSecond,
        @DefaultValue("1") @Min(0) int gracesPerDay,
        @DefaultValue("10") @Min(1) long tokenValue,
        @DefaultValue("USD") Currency currency) {
    /** The first price list of the house, in force until another is published. */
    public PriceList priceList() {
        return new PriceList(feeBasisPoints, new Grace(graceUntilSecond, gracesPerDay), tokenValue);
    }
}
