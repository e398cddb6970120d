package dev.earshot.query.lab.tally;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.simulation.Candidate;
import dev.earshot.query.lab.result.CurrencyOutcome;
import dev.earshot.query.lab.tally.Tally.Bill;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Candidate ANY = Candidate.of("any", new PriceList(1500, new Grace(60, 1), 10), 60);
    private static final int LEAST = 5;

    /** With one listener in a currency what they earn could be read by name, however many members call them. */
    @Test
    void of_too_few_listeners_none_is_told_of_and_that_is_said() {
        Tally tally = callsOf(6, 4);

        CurrencyOutcome told = tally.outcome(ANY, LEAST).currencies().get(0);

        assertThat(told.listeners().losers()).isEmpty();
        assertThat(told.listeners().minor().of()).isZero();
        assertThat(told.listeners().basisPoints().of()).isZero();
        assertThat(told.members().minor().of()).isEqualTo(6);
        assertThat(told.total().baseline().listenerIncome()).isEqualTo(6 * 85);
        assertThat(tally.leftOut(LEAST)).singleElement().satisfies(left -> {
            assertThat(left.currency()).isEqualTo("USD");
            assertThat(left.members()).isEqualTo(6);
            assertThat(left.why()).contains("listeners", "USD", "fewer than 5").doesNotContain("4");
        });
    }

    @Test
    void of_just_enough_listeners_each_is_told_of() {
        Tally tally = callsOf(6, LEAST);

        CurrencyOutcome told = tally.outcome(ANY, LEAST).currencies().get(0);

        assertThat(told.listeners().losers()).hasSize(LEAST);
        assertThat(told.listeners().minor().of()).isEqualTo(LEAST);
        assertThat(tally.leftOut(LEAST)).isEmpty();
    }

    /** Each member calls one of the listeners once, who earns 85 and would earn 43. */
    private static Tally callsOf(int members, int listeners) {
        Tally tally = new Tally(20);
        for (int i = 0; i < members; i++) {
            var member = tally.member(new AccountId("acc_m" + i), USD);
            var listener = new ListenerId("lis_l" + i % listeners);
            member.call(LocalDate.of(2026, 3, 4), PlanVersion.PAY_PER_MINUTE, listener, bill(100, 85), bill(50, 43));
            member.done();
        }
        return tally;
    }

    private static Bill bill(long charged, long earned) {
        return new Bill(List.of(new Charge(Pocket.CASH, "", Unit.MONEY, 60, charged, earned, charged - earned)), 0);
    }
}
