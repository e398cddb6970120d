package dev.earshot.command.topup;

import dev.earshot.api.money.Money;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one top-up may bring.
 *
 * @param least in minor units
 * @param most in minor units
 */
@Validated
@ConfigurationProperties("top-up")
record TopUpSettings(
        @DefaultValue("100") @Min(1) long least,
        @DefaultValue("1000000") @Min(1) long most) {
    boolean allow(Money amount) {
        return amount.minor() >= least && amount.minor() <= most;
    }
}
