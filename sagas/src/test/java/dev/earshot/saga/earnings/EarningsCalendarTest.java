package dev.earshot.saga.earnings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.api.earnings.EarningsCommand.MatureEarnings;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.earnings.EarningsEvent.EarningsMatured;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayoutCommand.RequestFullPayout;
import dev.earshot.api.payout.PayoutEvent.PayeeSuspended;
import dev.earshot.api.payout.PayoutEvent.PayeeVerified;
import dev.earshot.api.payout.PayoutRefusal;
import dev.earshot.api.refusal.Refused;
import dev.earshot.saga.Process;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What is due on the real platform, with a second for a week. */
@TestInstance(Lifecycle.PER_CLASS)
class EarningsCalendarTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final EarningsId LEA = new EarningsId("ear_lea");
    private static final EarningsId BEN = new EarningsId("ear_ben");

    private final Process process =
            new Process(Decisions.class, "earnings.holding=1s", "earnings.look-every=100ms", "earnings.pay-every=1s");
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    /** Ripens what it is asked for, and always has too little to pay out. */
    static class Decisions {
        private final EventBus log;
        private final List<MatureEarnings> ripened = new CopyOnWriteArrayList<>();
        private final List<PayoutId> asked = new CopyOnWriteArrayList<>();

        Decisions(EventBus log) {
            this.log = log;
        }

        @CommandHandler
        void handle(MatureEarnings command) {
            ripened.add(command);
            Instant until = command.at().minusSeconds(1);
            log.publish(GenericEventMessage.asEventMessage(
                    new EarningsMatured(command.earningsId(), Money.of(85, "USD"), until, command.at())));
        }

        @CommandHandler
        void handle(RequestFullPayout command) throws Refused {
            asked.add(command.payoutId());
            throw PayoutRefusal.PAYOUT_BELOW_MINIMUM.of("too little");
        }
    }

    @BeforeAll
    void start() {
        process.start();
    }

    @AfterAll
    void stop() {
        process.stop();
    }

    @Test
    void what_was_credited_before_a_restart_ripens_after_it_and_is_then_forgotten() {
        Instant credited = Instant.now().plusSeconds(12).truncatedTo(ChronoUnit.MILLIS); // Time enough for the restart.
        process.tell(new EarningsCredited(LEA, new CallId("call_c"), Money.of(85, "USD"), credited));
        await().atMost(SOON).until(() -> process.rowsOf("unripe_earnings") == 1);
        process.stop();
        process.start();

        await().atMost(SOON).until(() -> process.rowsOf("unripe_earnings") == 0);
        assertThat(process.its(Decisions.class).ripened).isNotEmpty().allSatisfy(ripe -> {
            assertThat(ripe.earningsId()).isEqualTo(LEA);
            assertThat(ripe.at()).isAfterOrEqualTo(credited.plusSeconds(1));
        });
    }

    @Test
    void a_verified_account_is_paid_in_its_rhythm_under_a_new_name_each_time_until_it_is_suspended() {
        process.tell(new PayeeVerified(BEN, "acct", now));
        await().atMost(SOON).until(() -> process.its(Decisions.class).asked.size() >= 2);

        assertThat(process.its(Decisions.class).asked).doesNotHaveDuplicates();
        process.tell(new PayeeSuspended(BEN, "acct", now));
        await().atMost(SOON).until(() -> process.rowsOf("payout_day") == 0);
    }

    @Test
    void days_that_were_missed_are_not_made_up_for() {
        PayoutDay day = new PayoutDay(BEN, now);
        Duration week = Duration.ofDays(7);

        assertThat(day.nextAfter(now, week)).isEqualTo(now.plus(week));
        assertThat(day.nextAfter(now.plus(week.multipliedBy(3)), week)).isEqualTo(now.plus(week.multipliedBy(4)));
        assertThat(day.payoutId()).isEqualTo(new PayoutDay(BEN, now).payoutId());
        assertThat(day.payoutId()).isNotEqualTo(new PayoutDay(LEA, now).payoutId());
    }
}
