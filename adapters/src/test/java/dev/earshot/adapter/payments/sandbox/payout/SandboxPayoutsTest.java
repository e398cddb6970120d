package dev.earshot.adapter.payments.sandbox.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import dev.earshot.adapter.TestDatabase;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayoutCommand;
import dev.earshot.api.payout.PayoutCommand.ConfirmPayout;
import dev.earshot.api.payout.PayoutCommand.FailPayout;
import dev.earshot.api.payout.PayoutCommand.LosePayout;
import dev.earshot.api.payout.PayoutCommand.VerifyPayee;
import dev.earshot.api.payout.PayoutEvent.PayeeOpened;
import dev.earshot.api.payout.PayoutEvent.PayeeVerified;
import dev.earshot.api.payout.PayoutEvent.PayoutPaid;
import dev.earshot.api.payout.PayoutEvent.PayoutRequested;
import dev.earshot.api.payout.PayoutEvent.PayoutReturned;
import dev.earshot.api.payout.PayoutFailure;
import dev.earshot.platform.command.FollowUps;
import dev.earshot.platform.command.Turns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class SandboxPayoutsTest {
    private static final EarningsId LEA = new EarningsId("ear_lea");
    private static final PayoutId PAYOUT = new PayoutId("out_1");
    private static final Money AMOUNT = Money.of(2_000, "USD");

    private final SettableClock time = new SettableClock();
    private final List<PayoutCommand> told = new ArrayList<>();
    private AnnotationConfigApplicationContext context;

    @BeforeEach
    void start() {
        TestDatabase.jdbc().sql("TRUNCATE sandbox_payout, sandbox_unverified").update();
        time.set(Instant.parse("2026-01-01T10:00:00Z"));
        context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, TestDatabase::jdbc);
        context.registerBean(Clock.class, () -> new StoryClock(time));
        context.registerBean(CommandBus.class, this::listening);
        context.registerBean(
                CommandGateway.class,
                () -> DefaultCommandGateway.builder()
                        .commandBus(context.getBean(CommandBus.class))
                        .build());
        context.registerBean(
                SandboxPayoutSettings.class,
                () -> new SandboxPayoutSettings(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(5)));
        context.register(
                FollowUps.class,
                Turns.class,
                Accounts.class,
                SandboxBank.class,
                SandboxPayouts.class,
                PayoutInquiry.class);
        context.refresh();
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void an_account_is_verified_at_once_late_or_never() {
        opens("test_ok");
        assertThat(told).containsExactly(new VerifyPayee(LEA, account("test_ok"), time.now()));
        told.clear();

        opens("test_verified_late");
        after(4);
        assertThat(told).isEmpty();
        after(1);
        assertThat(told).containsExactly(new VerifyPayee(LEA, account("test_verified_late"), time.now()));
        told.clear();
        payouts().on(new PayeeVerified(LEA, account("test_verified_late"), time.now()));

        opens("test_never_verified");
        after(100);
        assertThat(told).isEmpty();
    }

    @Test
    void money_arrives_or_does_not_at_once() {
        sends("test_ok");
        assertThat(told).containsExactly(new ConfirmPayout(LEA, PAYOUT, "sbx_1", time.now()));
        told.clear();

        forget();
        sends("test_declined");
        assertThat(told).containsExactly(new FailPayout(LEA, PAYOUT, PayoutFailure.DECLINED, time.now()));
    }

    @Test
    void a_late_answer_comes_when_it_is_time_and_no_more_once_it_is_settled() {
        sends("test_late");
        after(4);
        assertThat(told).isEmpty();
        after(1);
        assertThat(told).containsExactly(new ConfirmPayout(LEA, PAYOUT, "sbx_1", time.now()));

        settles();
        after(100);
        assertThat(told).hasSize(1);
    }

    @Test
    void a_lost_answer_is_said_to_be_lost_and_found_by_asking() {
        sends("test_timeout");
        assertThat(told).containsExactly(new LosePayout(LEA, PAYOUT, time.now()));
        told.clear();
        after(14);
        assertThat(told).isEmpty();
        after(1);
        assertThat(told).containsExactly(new ConfirmPayout(LEA, PAYOUT, "sbx_1", time.now()));
    }

    @Test
    void money_that_had_arrived_comes_back_once() {
        sends("test_returned");
        settles();
        told.clear();
        after(5);
        assertThat(told).containsExactly(new FailPayout(LEA, PAYOUT, PayoutFailure.ACCOUNT_CLOSED, time.now()));
        payouts().on(new PayoutReturned(LEA, PAYOUT, AMOUNT, PayoutFailure.ACCOUNT_CLOSED, time.now()));
        after(100);
        assertThat(told).hasSize(1);
    }

    @Test
    void what_is_asked_for_twice_is_sent_once() {
        sends("test_late");
        sends("test_late");
        assertThat(TestDatabase.jdbc()
                        .sql("SELECT sum(amount_minor) FROM sandbox_payout")
                        .query(Long.class)
                        .single())
                .isEqualTo(AMOUNT.minor());
    }

    @Test
    void an_account_of_no_such_method_is_not_paid_to() {
        assertThat(context.getBean(Accounts.class).mayPay("my_bank")).isFalse();
        assertThatThrownBy(() -> Accounts.methodOf("sbx_my_bank-lea")).isInstanceOf(RuntimeException.class);
    }

    private void opens(String method) {
        payouts().on(new PayeeOpened(LEA, account(method), method, time.now()));
    }

    private void sends(String method) {
        payouts().on(new PayoutRequested(LEA, PAYOUT, AMOUNT, account(method), time.now()));
    }

    private void settles() {
        payouts().on(new PayoutPaid(LEA, PAYOUT, AMOUNT, "sbx_1", time.now()));
    }

    private void forget() {
        TestDatabase.jdbc().sql("TRUNCATE sandbox_payout").update();
    }

    private void after(long seconds) {
        time.tick(Duration.ofSeconds(seconds));
        context.getBean(PayoutInquiry.class).inquire();
    }

    private String account(String method) {
        return context.getBean(Accounts.class).begin(LEA, method).account();
    }

    private SandboxPayouts payouts() {
        return context.getBean(SandboxPayouts.class);
    }

    private CommandBus listening() {
        var bus = SimpleCommandBus.builder().build();
        for (var kind : List.of(VerifyPayee.class, ConfirmPayout.class, FailPayout.class, LosePayout.class)) {
            bus.subscribe(kind.getName(), command -> told.add((PayoutCommand) command.getPayload()));
        }
        return bus;
    }

    /** The story's time as Java's clock. */
    private static final class StoryClock extends Clock {
        private final SettableClock time;

        StoryClock(SettableClock time) {
            this.time = time;
        }

        @Override
        public Instant instant() {
            return time.now();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
