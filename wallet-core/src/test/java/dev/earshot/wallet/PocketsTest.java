package dev.earshot.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.CallId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.PayPerMinute;
import dev.earshot.api.pricing.Tariff;
import dev.earshot.api.pricing.Terms;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** The laws of grants: how long what is in the pockets lasts. */
class PocketsTest {
    private static final CallId CALL = new CallId("call_any");
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final long HOUR = 3_600;

    @Property
    void a_grant_is_as_long_as_the_funds_allow_and_no_longer(
            @ForAll @LongRange(min = 1, max = 1_000_000) long cash,
            @ForAll @LongRange(min = 50, max = 10_000) long rate,
            @ForAll @LongRange(min = 1, max = HOUR) long wanted) {
        Pockets pockets = Pockets.empty().creditCash(cash);
        Tariff tariff = Tariff.perMinute(rate, 1500);
        long seconds =
                pockets.lengthen(CALL, Grant.NONE, terms(rate), wanted, START).seconds();
        assertThat(tariff.cost(seconds)).isLessThanOrEqualTo(cash);
        assertThat(seconds == wanted || tariff.cost(seconds + 1) > cash).isTrue();
    }

    @Property
    void a_grant_that_grew_in_steps_is_the_grant_made_at_once(
            @ForAll @LongRange(min = 1, max = 100_000) long cash,
            @ForAll @LongRange(min = 50, max = 10_000) long rate,
            @ForAll @Size(min = 1, max = 10) List<@LongRange(min = 1, max = 600) Long> steps) {
        Pockets all = Pockets.empty().creditCash(cash);
        Pockets pockets = all;
        Grant grown = Grant.NONE;
        for (long step : steps) {
            Grant longer = pockets.lengthen(CALL, grown, terms(rate), step, START);
            pockets = pockets.hold(grown, longer);
            grown = longer;
        }
        long wanted = steps.stream().mapToLong(Long::longValue).sum();
        assertThat(grown).isEqualTo(all.lengthen(CALL, Grant.NONE, terms(rate), wanted, START));
    }

    private static Terms terms(long rate) {
        return new PayPerMinute(1500, new Grace(60, 1)).termsFor(Money.of(rate, "USD"));
    }
}
