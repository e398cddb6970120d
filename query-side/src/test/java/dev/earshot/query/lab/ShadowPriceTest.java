package dev.earshot.query.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.ListenerId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.PlanHeld;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.pricing.Tariff;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.simulation.Candidate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** One call priced again, leg by leg. */
class ShadowPriceTest {
    private static final ListenerId EAR = new ListenerId("lis_ear");
    private static final PriceList PRICES = new PriceList(1500, new Grace(60, 1), 10);

    @Property
    void the_list_in_force_prices_a_call_as_it_was_priced(
            @ForAll @LongRange(min = 50, max = 10_000) long rate,
            @ForAll @LongRange(min = 1, max = 2_000) long talked,
            @ForAll PlanVersion version) {
        Terms terms = terms(rate, version);
        ShadowPrice price = ShadowPrice.of(candidate(PRICES, 10_000), EAR, terms, grant(terms), talked);

        assertThat(price.candidate()).isEqualTo(price.real());
        assertThat(List.of(price.moneyChange(), price.feeChange(), price.earnedChange()))
                .containsOnly(0L);
    }

    @Property
    void a_doubled_rate_doubles_what_is_charged_but_for_what_was_rounded_off(
            @ForAll @LongRange(min = 50, max = 10_000) long rate,
            @ForAll @LongRange(min = 1, max = 2_000) long talked) {
        Terms terms = terms(rate, PlanVersion.PAY_PER_MINUTE);
        Grant cash = Grant.NONE.then(Pocket.CASH, Leg.NO_LOT, 2_000, tariff(terms, Pocket.CASH));
        ShadowPrice price = ShadowPrice.of(candidate(PRICES, 20_000), EAR, terms, cash, talked);

        long once = price.real().get(0).charged();
        assertThat(price.candidate().get(0).charged()).isBetween(2 * once, 2 * once + 1);
        assertThat(price.moneyChange()).isEqualTo(price.candidate().get(0).charged() - once);
    }

    @Property
    void what_a_higher_fee_takes_the_listener_loses(
            @ForAll @LongRange(min = 50, max = 10_000) long rate,
            @ForAll @LongRange(min = 1, max = 2_000) long talked) {
        Terms terms = terms(rate, PlanVersion.PAY_PER_MINUTE);
        Grant cash = Grant.NONE.then(Pocket.CASH, Leg.NO_LOT, 2_000, tariff(terms, Pocket.CASH));
        ShadowPrice price =
                ShadowPrice.of(candidate(new PriceList(3000, new Grace(0, 0), 10), 10_000), EAR, terms, cash, talked);

        assertThat(price.moneyChange()).isZero();
        assertThat(price.feeChange()).isNotNegative().isEqualTo(-price.earnedChange());
    }

    private static Candidate candidate(PriceList prices, int rate) {
        return new Candidate("other", prices, Set.of(), rate, 60, List.of(), Map.of());
    }

    private static Terms terms(long rate, PlanVersion version) {
        return PRICES.termsFor(new PlanHeld(version, true, Set.of()), Money.of(rate, "USD"));
    }

    /** A leg from every step of the burn order, the grace behind it. */
    private static Grant grant(Terms terms) {
        Grant grant = Grant.NONE;
        for (var burn : terms.burnOrder()) {
            grant = grant.then(burn.pocket(), Leg.NO_LOT, 333, burn.tariff());
        }
        return grant.then(Pocket.GRACE, Leg.NO_LOT, 60, terms.graceTariff());
    }

    private static Tariff tariff(Terms terms, Pocket pocket) {
        return terms.burnOrder().stream()
                .filter(burn -> burn.pocket() == pocket)
                .findFirst()
                .orElseThrow()
                .tariff();
    }
}
