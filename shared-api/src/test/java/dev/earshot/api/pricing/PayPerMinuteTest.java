package dev.earshot.api.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The published price table of the plan, and its burn order. */
class PayPerMinuteTest {
    private static final PayPerMinute PLAN = new PayPerMinute(1500, new Grace(60, 1));

    @ParameterizedTest(name = "{1} s at {0} a minute: charged {2}, earned {3}, fee {4}")
    @CsvFileSource(resources = "pay-per-minute.csv", numLinesToSkip = 1)
    void cash_costs_and_earns_as_published(long rate, long seconds, long charged, long earned, long fee) {
        Charge charge = cash(rate).charge(Pocket.CASH, Leg.NO_LOT, seconds);
        assertThat(charge).isEqualTo(new Charge(Pocket.CASH, Leg.NO_LOT, Unit.MONEY, seconds, charged, earned, fee));
    }

    @Test
    void promotions_burn_before_cash() {
        assertThat(PLAN.termsFor(Money.of(300, "USD")).burnOrder())
                .extracting(burn -> burn.pocket() + " in " + burn.tariff().unit())
                .containsExactly("PROMO in SECONDS", "PROMO in MONEY", "CASH in MONEY");
    }

    @Test
    void a_promotional_and_a_grace_minute_pay_the_listener_like_a_paid_one() {
        Terms terms = PLAN.termsFor(Money.of(333, "USD"));
        long paid = cash(333).charge(Pocket.CASH, Leg.NO_LOT, 60).earned();
        Charge promo = terms.burnOrder().get(0).tariff().charge(Pocket.PROMO, "lot_a", 60);
        Charge grace = terms.graceTariff().charge(Pocket.GRACE, Leg.NO_LOT, 60);
        assertThat(paid).isEqualTo(284);
        assertThat(promo).isEqualTo(new Charge(Pocket.PROMO, "lot_a", Unit.SECONDS, 60, 60, paid, 0));
        assertThat(grace).isEqualTo(new Charge(Pocket.GRACE, Leg.NO_LOT, Unit.SECONDS, 60, 0, paid, 0));
    }

    private static Tariff cash(long rate) {
        return PLAN.termsFor(Money.of(rate, "USD")).burnOrder().get(2).tariff();
    }
}
