package dev.earshot.api.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({"1250,JPY,1250 JPY", "1250,USD,12.50 USD", "5,INR,0.05 INR", "1250,KWD,1.250 KWD", "-5,USD,-0.05 USD"})
    void the_exponent_comes_from_the_iso_table(long minor, String currency, String text) {
        assertThat(Money.of(minor, currency)).hasToString(text);
    }

    @Test
    void currencies_never_mix() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of(1, "USD").plus(Money.of(1, "INR")))
                .withMessageContaining("USD")
                .withMessageContaining("INR");
    }

    @Test
    void an_overflow_is_loud() {
        Money most = Money.of(Long.MAX_VALUE, "USD");
        assertThatThrownBy(() -> most.plus(Money.of(1, "USD"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void a_currency_without_minor_units_is_no_money() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.zero(Currency.getInstance("XAU")));
    }
}
