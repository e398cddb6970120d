package dev.earshot.command.topup;

import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.TopUpRefusal;
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
public record TopUpSettings(
        @DefaultValue("100") @Min(1) long least,
        @DefaultValue("1000000") @Min(1) long most) {
    /** Says no to an amount that no top-up may bring. */
    public void refuseUnlessAllowed(Money amount) throws Refused {
        if (amount.minor() < least || amount.minor() > most) {
            throw TopUpRefusal.TOP_UP_AMOUNT_OUT_OF_RANGE.of(
                    "a top-up of %d to %d minor units is expected", least, most);
        }
    }
}
