package dev.earshot.api.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.money.Money;
import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The laws every price obeys, whatever the plan. */
class PricingLawsTest {
    private static final int DAY = 86_400;
    private static final long MOST_MINOR = 10_000_000;

    @Property
    void nothing_talked_costs_nothing(@ForAll("grants") Grant grant) {
        assertThat(grant.chargesAt(0)).isEmpty();
        assertThat(grant.earnedAt(0)).isZero();
    }

    @Property
    void cost_is_the_floor_of_the_exact_proportion(
            @ForAll @LongRange(min = 0, max = MOST_MINOR) long units,
            @ForAll @LongRange(min = 1, max = 3600) long perSeconds,
            @ForAll @LongRange(min = 0, max = DAY) long seconds) {
        long cost = new Tariff(Unit.MONEY, units, perSeconds, Payout.shareAfterFee(1500)).cost(seconds);
        BigInteger exact = BigInteger.valueOf(units).multiply(BigInteger.valueOf(seconds));
        assertThat(BigInteger.valueOf(cost)).isEqualTo(exact.divide(BigInteger.valueOf(perSeconds)));
    }

    @Property
    void cost_and_earnings_never_fall(@ForAll("grants") Grant grant, @ForAll @IntRange(max = 2000) int second) {
        assertThat(charged(grant, second + 1)).isGreaterThanOrEqualTo(charged(grant, second));
        assertThat(grant.earnedAt(second + 1)).isGreaterThanOrEqualTo(grant.earnedAt(second));
    }

    @Property
    void any_partition_of_ticks_draws_the_same_total(
            @ForAll("grants") Grant grant,
            @ForAll @IntRange(max = 2000) int duration,
            @ForAll List<@IntRange(max = 2000) Integer> ticks) {
        TreeSet<Integer> moments = new TreeSet<>(ticks);
        moments.removeIf(tick -> tick > duration);
        moments.add(duration);
        long drawn = 0;
        long last = 0;
        for (int moment : moments) {
            drawn += charged(grant, moment) - charged(grant, last);
            last = moment;
        }
        assertThat(drawn).isEqualTo(charged(grant, duration));
    }

    @Property
    void a_money_charge_is_earned_plus_fee_and_both_are_whole(
            @ForAll @LongRange(min = 0, max = MOST_MINOR) long minor,
            @ForAll @IntRange(max = 10_000) int feeBasisPoints,
            @ForAll @LongRange(min = 0, max = DAY) long seconds) {
        Charge charge = Tariff.perMinute(minor, feeBasisPoints).charge(Pocket.CASH, Leg.NO_LOT, seconds);
        assertThat(charge.earned() + charge.fee()).isEqualTo(charge.charged());
        assertThat(charge.fee()).isBetween(0L, charge.charged());
        assertThat(charge.fee()).isEqualTo(charge.charged() * feeBasisPoints / 10_000);
    }

    @Property
    void affordable_is_the_most_seconds_within_the_budget(
            @ForAll @LongRange(min = 1, max = MOST_MINOR) long units,
            @ForAll @LongRange(min = 1, max = 3600) long perSeconds,
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long budget,
            @ForAll @LongRange(min = 1, max = DAY) long wanted) {
        Tariff tariff = new Tariff(Unit.MONEY, units, perSeconds, Payout.shareAfterFee(1500));
        long seconds = tariff.affordable(budget, wanted);
        assertThat(seconds).isBetween(0L, wanted);
        assertThat(tariff.cost(seconds)).isLessThanOrEqualTo(budget);
        if (seconds < wanted) {
            assertThat(tariff.cost(seconds + 1)).isGreaterThan(budget);
        }
    }

    @Property
    void a_grant_that_grew_in_steps_costs_what_one_big_grant_costs(
            @ForAll @LongRange(min = 1, max = 10_000) long minor,
            @ForAll List<@LongRange(min = 1, max = 400) Long> steps,
            @ForAll @IntRange(max = 2000) int second) {
        Tariff cash = Tariff.perMinute(minor, 1500);
        Grant grown = Grant.NONE;
        for (long step : steps) {
            grown = grown.then(Pocket.CASH, Leg.NO_LOT, step, cash);
        }
        long total = steps.stream().mapToLong(Long::longValue).sum();
        Grant whole = total == 0 ? Grant.NONE : Grant.NONE.then(Pocket.CASH, Leg.NO_LOT, total, cash);
        assertThat(grown).isEqualTo(whole);
        assertThat(grown.chargesAt(second)).isEqualTo(whole.chargesAt(second));
    }

    @Property
    void a_charge_never_exceeds_what_its_legs_hold(@ForAll("grants") Grant grant, @ForAll @IntRange(max = 5000) int s) {
        for (Charge charge : grant.chargesAt(s)) {
            assertThat(charge.charged()).isLessThanOrEqualTo(grant.held(charge.pocket(), charge.lot()));
        }
        assertThat(charged(grant, s)).isLessThanOrEqualTo(charged(grant, grant.seconds()));
    }

    @Property
    void rates_from_half_a_unit_to_a_hundred_are_allowed_in_every_currency(
            @ForAll("currencies") Currency currency, @ForAll @LongRange(max = 200_000) long minor) {
        long unit = LongStream.rangeClosed(1, currency.getDefaultFractionDigits())
                .reduce(1, (product, digit) -> product * 10);
        boolean inRange = 2 * minor >= unit && minor >= 1 && minor <= 100 * unit;
        assertThat(RateLimits.allow(new Money(minor, currency))).isEqualTo(inRange);
    }

    private static long charged(Grant grant, long second) {
        return grant.chargesAt(second).stream().mapToLong(Charge::charged).sum();
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of("JPY", "USD", "INR", "KWD").map(Currency::getInstance);
    }

    @Provide
    Arbitrary<Grant> grants() {
        Arbitrary<Long> rates = Arbitraries.longs().between(0, 10_000);
        Arbitrary<Tariff> money = Combinators.combine(
                        rates, Arbitraries.integers().between(0, 10_000))
                .as(Tariff::perMinute);
        Arbitrary<Tariff> tariffs = Arbitraries.oneOf(money, rates.map(Tariff::perSecond), rates.map(Tariff::free));
        Arbitrary<Leg> legs = Combinators.combine(
                        Arbitraries.of(Pocket.class),
                        Arbitraries.of("", "lot_a", "lot_b"),
                        Arbitraries.longs().between(1, 400),
                        tariffs)
                .as((pocket, lot, seconds, tariff) -> new Leg(pocket, lot, 0, seconds, tariff));
        return legs.list().ofMaxSize(5).map(parts -> {
            Grant grant = Grant.NONE;
            for (Leg part : parts) {
                grant = grant.then(part.pocket(), part.lot(), part.seconds(), part.tariff());
            }
            return grant;
        });
    }
}
