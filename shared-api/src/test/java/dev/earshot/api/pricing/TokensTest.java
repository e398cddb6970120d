package dev.earshot.api.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.api.money.Money;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The published price table of the plan, its burn order, and its laws. */
class TokensTest {
    private static final Grace GRACE = new Grace(60, 1);

    @ParameterizedTest(name = "{2} s at {0} a minute, a token for {1}: charged {4}, earned {5}")
    @CsvFileSource(resources = "tokens.csv", numLinesToSkip = 1)
    void tokens_cost_and_earn_as_published(
            long rate, long value, long seconds, long perMinute, long charged, long earned) {
        Tokens plan = new Tokens(1500, GRACE, value);
        assertThat(plan.perMinute(Money.of(rate, "USD"))).isEqualTo(perMinute);
        assertThat(burn(plan, rate).tariff().charge(Pocket.TOKENS, Leg.NO_LOT, seconds))
                .isEqualTo(new Charge(Pocket.TOKENS, Leg.NO_LOT, Unit.TOKENS, seconds, charged, earned, 0));
    }

    @Test
    void promotions_burn_before_tokens_and_cash_is_not_touched() {
        Terms terms = new Tokens(1500, GRACE, 10).termsFor(Money.of(300, "USD"));
        assertThat(terms.plan()).isEqualTo(PlanVersion.TOKENS);
        assertThat(terms.burnOrder())
                .extracting(burn -> burn.pocket() + " in " + burn.tariff().unit())
                .containsExactly("PROMO in SECONDS", "PROMO in MONEY", "TOKENS in TOKENS");
    }

    @Test
    void a_token_is_worth_something() {
        assertThatThrownBy(() -> new Tokens(1500, GRACE, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void the_tokens_of_a_minute_are_the_fewest_that_are_worth_the_rate(
            @ForAll @LongRange(min = 1, max = 1_000_000) long rate,
            @ForAll @LongRange(min = 1, max = 10_000) long value) {
        long tokens = new Tokens(1500, GRACE, value).perMinute(Money.of(rate, "USD"));
        assertThat(tokens * value).isGreaterThanOrEqualTo(rate);
        assertThat((tokens - 1) * value).isLessThan(rate);
    }

    @Property
    void the_listener_earns_in_tokens_what_cash_would_have_left_of_each_whole_minute(
            @ForAll @LongRange(min = 1, max = 1_000_000) long rate,
            @ForAll @LongRange(min = 1, max = 10_000) long value,
            @ForAll @IntRange(max = 10_000) int fee,
            @ForAll @IntRange(max = 1440) int minutes) {
        Charge paid =
                burn(new Tokens(fee, GRACE, value), rate).tariff().charge(Pocket.TOKENS, Leg.NO_LOT, 60L * minutes);
        assertThat(paid.earned()).isEqualTo(minutes * (rate - rate * fee / 10_000));
        assertThat(paid.fee()).isZero();
    }

    private static Burn burn(Tokens plan, long rate) {
        return plan.termsFor(Money.of(rate, "USD")).burnOrder().get(2);
    }
}
