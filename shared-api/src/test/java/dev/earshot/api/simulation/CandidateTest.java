package dev.earshot.api.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.earshot.api.id.ListenerId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Burn;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.PlanHeld;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.pricing.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CandidateTest {
    private static final ListenerId LISTENER = new ListenerId("lis_1");
    private static final PriceList PRICES = new PriceList(1_500, new Grace(60, 1), 10);
    private static final Money RATE = Money.of(299, "USD");

    @Property(tries = 300)
    void the_list_in_force_gives_every_call_the_terms_it_had(
            @ForAll PlanVersion version,
            @ForAll boolean overflow,
            @ForAll Set<PlanVersion> packs,
            @ForAll @IntRange(max = 10_000) int fee,
            @ForAll @LongRange(min = 1, max = 100) long tokenValue,
            @ForAll @LongRange(min = 50, max = 10_000) long rate) {
        packs.remove(PlanVersion.PAY_PER_MINUTE);
        var list = new PriceList(fee, new Grace(60, 1), tokenValue);
        var candidate = Candidate.of("the same", list, 60);
        var real = list.termsFor(new PlanHeld(version, overflow, packs), Money.of(rate, "USD"));

        assertThat(candidate.termsOf(LISTENER, real)).isEqualTo(real);
        assertThat(candidate.termsOf(LISTENER, list.byCard(Money.of(rate, "USD"))))
                .isEqualTo(list.byCard(Money.of(rate, "USD")));
    }

    @Test
    void another_plan_keeps_what_was_bought_under_the_old_one() {
        var real = PRICES.termsFor(new PlanHeld(PlanVersion.TOKENS, false, Set.of(PlanVersion.TOKENS)), RATE);
        var candidate = new Candidate("m", PRICES, Set.of(PlanVersion.MOMENTS), 10_000, 60, List.of(), Map.of());
        assertThat(pockets(candidate.termsOf(LISTENER, real)))
                .containsExactly(Pocket.PROMO, Pocket.PROMO, Pocket.MOMENTS, Pocket.TOKENS);
    }

    @Test
    void a_burn_order_names_what_burns_and_promotions_come_first_unless_named() {
        var real = PRICES.termsFor(new PlanHeld(PlanVersion.MEMBERSHIP, true, Set.of(PlanVersion.TOKENS)), RATE);
        assertThat(pockets(ordered(Pocket.CASH, Pocket.ALLOWANCE).termsOf(LISTENER, real)))
                .containsExactly(Pocket.PROMO, Pocket.PROMO, Pocket.CASH, Pocket.ALLOWANCE);
        assertThat(pockets(ordered(Pocket.TOKENS, Pocket.PROMO).termsOf(LISTENER, real)))
                .containsExactly(Pocket.TOKENS, Pocket.PROMO, Pocket.PROMO);
    }

    @Test
    void rates_are_multiplied_for_all_and_for_one_and_rounded_down_once() {
        var candidate = new Candidate(
                "dearer", PRICES, Set.of(), 15_000, 60, List.of(), Map.of(new ListenerId("lis_2"), 5_000));
        assertThat(candidate.rateOf(LISTENER, RATE)).isEqualTo(Money.of(448, "USD"));
        assertThat(candidate.rateOf(new ListenerId("lis_2"), RATE)).isEqualTo(Money.of(224, "USD"));
        assertThat(candidate.termsOf(LISTENER, PRICES.byCard(RATE)).ratePerMinute())
                .isEqualTo(Money.of(448, "USD"));
    }

    @Test
    void impossible_terms_do_not_exist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PriceList(10_001, new Grace(60, 1), 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new PriceList(-1, new Grace(60, 1), 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new PriceList(1_500, new Grace(60, 1), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Candidate(" ", PRICES, Set.of(), 10_000, 60, List.of(), Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Candidate("x", PRICES, Set.of(), -1, 60, List.of(), Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Candidate("x", PRICES, Set.of(), 10_000, 0, List.of(), Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Candidate("x", PRICES, Set.of(), 10_000, 60, List.of(), Map.of(LISTENER, 100_001)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Candidate(
                        "x", PRICES, Set.of(PlanVersion.TOKENS, PlanVersion.MOMENTS), 10_000, 60, List.of(), Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> ordered(Pocket.CASH, Pocket.CASH));
        assertThatIllegalArgumentException().isThrownBy(() -> ordered(Pocket.GRACE));
        assertThatIllegalArgumentException().isThrownBy(() -> ordered(Pocket.CARD));
    }

    @Test
    void a_window_of_no_length_and_a_sample_of_nobody_do_not_exist() {
        var now = Instant.parse("2026-05-04T12:00:00Z");
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(now, now));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cohort(Set.of(), Set.of(), Set.of(), 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cohort(Set.of(), Set.of(), Set.of("Germany"), 10_000, 1));
    }

    @Test
    void what_is_the_same_is_written_alike() {
        var one = new Cohort(Set.of(), Set.of(LISTENER, new ListenerId("lis_0")), Set.of("US", "DE"), 10_000, 1);
        assertThat(one.countries()).containsExactly("DE", "US");
        assertThat(one.listeners()).containsExactly(new ListenerId("lis_0"), LISTENER);
    }

    private static Candidate ordered(Pocket... order) {
        return new Candidate("ordered", PRICES, Set.of(), 10_000, 60, List.of(order), Map.of());
    }

    private static List<Pocket> pockets(Terms terms) {
        return terms.burnOrder().stream().map(Burn::pocket).toList();
    }
}
