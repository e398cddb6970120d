package dev.earshot.api.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Cycle;
import dev.earshot.api.pricing.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Stores tell late, twice and in any order. */
class SubscriptionTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @Property
    void the_same_is_known_in_the_end_in_whatever_order_and_however_often_it_was_told(
            @ForAll("stories") List<Subscription> told, @ForAll long seed) {
        List<Subscription> shuffled = new ArrayList<>(told);
        shuffled.addAll(told);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(known(shuffled)).isEqualTo(known(told));
    }

    @Property
    void the_end_only_moves_forward(@ForAll("tellings") Subscription before, @ForAll("tellings") Subscription then) {
        assertThat(before.merge(then).until()).isAfterOrEqualTo(before.until());
    }

    @Test
    void an_expiry_told_after_the_renewal_that_followed_it_is_an_old_story() {
        Subscription known = known(List.of(paid(1, 30), paid(31, 60), Subscription.ended("ref", tier("a"), day(30))));

        assertThat(known.liveUntil()).isEqualTo(day(60));
        assertThat(known.goesOn()).isTrue();
    }

    @Test
    void an_end_before_its_time_ends_it_and_a_payment_told_late_does_not_bring_it_back() {
        Subscription known = known(List.of(Subscription.ended("ref", tier("a"), day(10)), paid(1, 30)));

        assertThat(known.liveUntil()).isEqualTo(day(10));
        assertThat(known.goesOn()).isFalse();
    }

    @Test
    void one_that_was_stopped_lasts_to_its_end_and_goes_on_when_it_is_paid_again() {
        Subscription stopped = known(List.of(paid(1, 30), Subscription.stopped("ref", tier("a"), day(30), day(5))));

        assertThat(stopped.liveUntil()).isEqualTo(day(30));
        assertThat(stopped.goesOn()).isFalse();
        assertThat(stopped.merge(paid(31, 60)).goesOn()).isTrue();
    }

    @Provide
    Arbitrary<List<Subscription>> stories() {
        return tellings().list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<Subscription> tellings() {
        Arbitrary<Instant> times = Arbitraries.integers().between(0, 6).map(SubscriptionTest::day);
        Arbitrary<Tier> tiers = Arbitraries.of("a", "b").map(SubscriptionTest::tier);
        return Arbitraries.oneOf(
                Combinators.combine(tiers, times, times)
                        .as((tier, until, at) -> Subscription.paid("ref", tier, until, at)),
                Combinators.combine(tiers, times, times)
                        .as((tier, until, at) -> Subscription.stopped("ref", tier, until, at)),
                Combinators.combine(tiers, times).as((tier, at) -> Subscription.ended("ref", tier, at)));
    }

    private static Subscription known(List<Subscription> told) {
        return told.stream().reduce(Subscription::merge).orElseThrow();
    }

    private static Subscription paid(int at, int until) {
        return Subscription.paid("ref", tier("a"), day(until), day(at));
    }

    private static Tier tier(String name) {
        return new Tier(name, name, Money.of(999, "USD"), 900, false, 0, new Cycle(1, 0));
    }

    private static Instant day(int day) {
        return START.plusSeconds(86_400L * day);
    }
}
