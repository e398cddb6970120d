package dev.earshot.command.earnings;

import dev.earshot.api.earnings.EarningsCommand.CreditEarnings;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.money.Money;
import dev.earshot.command.Live;
import dev.earshot.command.Snapshots;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class EarningsTest {
    private static final EarningsId LEA = new EarningsId("ear_lea");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void credits_each_call_once_in_its_own_currency() {
        fixture().givenNoPriorActivity().when(credit("c", "USD")).expectEvents(credited("c", "USD"));
        fixture().given(credited("c", "USD")).when(credit("c", "USD")).expectNoEvents();
        fixture().given(credited("c", "USD")).when(credit("d", "EUR")).expectEvents(credited("d", "EUR"));
    }

    @Test
    void a_snapshot_keeps_everything() {
        Live<Earnings> earnings = new Live<>(Earnings.class, new Earnings());
        earnings.send(credit("c", "USD"));
        earnings.send(credit("d", "EUR"));
        Snapshots.expectToKeep(earnings.root());
    }

    private static AggregateTestFixture<Earnings> fixture() {
        return new AggregateTestFixture<>(Earnings.class);
    }

    private static CreditEarnings credit(String call, String currency) {
        return new CreditEarnings(LEA, new CallId("call_" + call), Money.of(85, currency), NOON);
    }

    private static EarningsCredited credited(String call, String currency) {
        return new EarningsCredited(LEA, new CallId("call_" + call), Money.of(85, currency), NOON);
    }
}
