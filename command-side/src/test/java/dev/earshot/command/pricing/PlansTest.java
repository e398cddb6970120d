package dev.earshot.command.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.PlanHeld;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Pocket;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlansTest {
    private final Plans plans = new Plans(new PricingSettings(1500, 60, 1, 10, Currency.getInstance("USD")));

    @Test
    void each_version_burns_its_own_behind_the_promotions() {
        assertThat(order(PlanVersion.PAY_PER_MINUTE, false)).containsExactly(Pocket.CASH);
        assertThat(order(PlanVersion.TOKENS, true)).containsExactly(Pocket.TOKENS);
        assertThat(order(PlanVersion.MOMENTS, false)).containsExactly(Pocket.MOMENTS);
        assertThat(order(PlanVersion.MOMENTS, true)).containsExactly(Pocket.MOMENTS, Pocket.CASH);
    }

    @Test
    void packs_of_other_versions_burn_behind_the_plans_own() {
        assertThat(order(PlanVersion.PAY_PER_MINUTE, false, PlanVersion.MOMENTS, PlanVersion.TOKENS))
                .containsExactly(Pocket.CASH, Pocket.TOKENS, Pocket.MOMENTS);
        assertThat(order(PlanVersion.TOKENS, false, PlanVersion.TOKENS)).containsExactly(Pocket.TOKENS);
    }

    private List<Pocket> order(PlanVersion version, boolean cashOverflow, PlanVersion... packs) {
        var terms = plans.at(Instant.EPOCH)
                .termsFor(new PlanHeld(version, cashOverflow, Set.of(packs)), Money.of(300, "USD"));
        assertThat(terms.plan()).isEqualTo(version);
        return terms.burnOrder().stream()
                .map(burn -> burn.pocket())
                .filter(pocket -> pocket != Pocket.PROMO)
                .toList();
    }
}
