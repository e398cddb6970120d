package dev.earshot.api.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.money.Money;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The published price table of the plan, its burn orders, and its laws. */
class MembershipPriceTest {
    private static final Membership PLAN = new Membership(1500, new Grace(60, 1));

    @ParameterizedTest(name = "{1} s at {0} a minute: charged {2}, earned {3}")
    @CsvFileSource(resources = "membership.csv", numLinesToSkip = 1)
    void seconds_cost_and_earn_as_published(long rate, long seconds, long charged, long earned) {
        Burn burn = PLAN.termsFor(Money.of(rate, "USD"), false).burnOrder().get(2);
        assertThat(burn.tariff().charge(burn.pocket(), "lot_a", seconds))
                .isEqualTo(new Charge(Pocket.ALLOWANCE, "lot_a", Unit.SECONDS, seconds, charged, earned, 0));
    }

    @Test
    void cash_follows_only_where_the_tier_allows_it() {
        assertThat(PLAN.termsFor(Money.of(300, "USD"), true).burnOrder())
                .extracting(burn -> burn.pocket() + " in " + burn.tariff().unit())
                .containsExactly("PROMO in SECONDS", "PROMO in MONEY", "ALLOWANCE in SECONDS", "CASH in MONEY");
        assertThat(PLAN.termsFor(Money.of(300, "USD"), false).burnOrder())
                .extracting(Burn::pocket)
                .doesNotContain(Pocket.CASH);
    }

    @Property
    void a_second_is_a_second_at_every_rate_and_the_listener_never_earns_more_than_cash_would_have_cost(
            @ForAll @LongRange(min = 1, max = 1_000_000) long rate,
            @ForAll @IntRange(max = 10_000) int fee,
            @ForAll @LongRange(min = 0, max = 86_400) long seconds) {
        Terms terms = new Membership(fee, new Grace(60, 1)).termsFor(Money.of(rate, "USD"), true);
        Charge day = terms.burnOrder().get(2).tariff().charge(Pocket.ALLOWANCE, "lot_a", seconds);
        Charge cash = terms.burnOrder().get(3).tariff().charge(Pocket.CASH, Leg.NO_LOT, seconds);
        assertThat(day.charged()).isEqualTo(seconds);
        assertThat(day.earned()).isLessThanOrEqualTo(cash.charged());
        assertThat(day.fee()).isZero();
    }
}
