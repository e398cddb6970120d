package dev.earshot.saga.autotopup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.api.autotopup.AutoTopUpCommand.ConfirmAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpCommand.DeclineAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpCommand.MeetLowBalance;
import dev.earshot.api.autotopup.AutoTopUpCommand.ResumeAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpCommand.SuspendAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpArmed;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpDeclined;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpPaid;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpPutOff;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpStarted;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpSuspended;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpTurnedOff;
import dev.earshot.api.autotopup.PutOffReason;
import dev.earshot.api.autotopup.SuspendReason;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.AutoTopUpId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.TopUpCommand.AskTopUp;
import dev.earshot.api.topup.TopUpCommand.RequestTopUp;
import dev.earshot.api.topup.TopUpDecline;
import dev.earshot.api.topup.TopUpEvent.TopUpDeclined;
import dev.earshot.api.topup.TopUpRefusal;
import dev.earshot.api.topup.TopUpStanding;
import dev.earshot.api.wallet.WalletCommand.CreditTopUp;
import dev.earshot.api.wallet.WalletCommand.WatchBalance;
import dev.earshot.api.wallet.WalletEvent.BalanceLow;
import dev.earshot.api.wallet.WalletEvent.PaymentReversed;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import dev.earshot.saga.Process;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The words between wallet, automatic top-up and payment on the real platform, and what is said again when one is lost. */
@TestInstance(Lifecycle.PER_CLASS)
class AutoTopUpRoutingTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Money THRESHOLD = Money.of(500, "USD");
    private static final Money AMOUNT = Money.of(2_000, "USD");

    private final Process process = new Process(
            Deaf.class,
            "auto-top-up.promise.ask-again=1s",
            "auto-top-up.promise.watch-again=2s",
            "auto-top-up.promise.look-every=100ms");
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    /** Hears everything and does nothing, as if every word were lost. */
    static class Deaf {
        private final List<Object> heard = new CopyOnWriteArrayList<>();
        private final Map<TopUpId, TopUpStanding> standings = new ConcurrentHashMap<>();

        @CommandHandler
        void handle(WatchBalance command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(MeetLowBalance command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(ConfirmAutoTopUp command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(DeclineAutoTopUp command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(SuspendAutoTopUp command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(ResumeAutoTopUp command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(CreditTopUp command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(RequestTopUp command) throws Refused {
            heard.add(command);
            if (command.method().equals("too_much_now")) {
                throw TopUpRefusal.TOP_UP_AMOUNT_OUT_OF_RANGE.of("the limits have changed");
            }
        }

        @CommandHandler
        TopUpStanding handle(AskTopUp command) {
            return standings.getOrDefault(command.topUpId(), TopUpStanding.OPEN);
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
    void an_armed_one_asks_the_wallet_and_asks_again_while_the_wallet_is_silent() {
        AutoTopUpId id = id("armed");
        process.tell(new AutoTopUpArmed(id, THRESHOLD, now));

        heard(new WatchBalance(id.walletId(), THRESHOLD, now));
        await().atMost(SOON).until(() -> heard(WatchBalance.class, id).size() >= 2);
    }

    @Test
    void the_wallets_word_is_passed_on_and_dated_now() {
        AutoTopUpId id = id("low");
        process.tell(new BalanceLow(id.walletId(), Money.of(3, "USD"), THRESHOLD, now.minus(Duration.ofDays(9))));

        await().atMost(SOON).until(() -> !heard(MeetLowBalance.class, id).isEmpty());
        assertThat(heard(MeetLowBalance.class, id))
                .singleElement()
                .satisfies(told -> assertThat(((MeetLowBalance) told).at()).isAfterOrEqualTo(now));
    }

    @Test
    void a_payment_that_was_never_asked_for_is_asked_for_after_a_restart_under_the_same_name() {
        AutoTopUpId id = id("started");
        AutoTopUpStarted started = started(id, "test_ok");
        process.tell(started);
        await().atMost(SOON).until(() -> heard(RequestTopUp.class, id).size() == 1);
        process.stop();
        process.start();

        await().atMost(SOON).until(() -> !heard(RequestTopUp.class, id).isEmpty());
        assertThat(heard(RequestTopUp.class, id))
                .containsOnly(new RequestTopUp(started.topUpId(), id.walletId(), AMOUNT, "test_ok", now));
        assertThat(heard(ConfirmAutoTopUp.class, id)).isEmpty();
        assertThat(heard(DeclineAutoTopUp.class, id)).isEmpty();
    }

    @Test
    void an_answer_that_was_lost_is_found() {
        AutoTopUpId paid = id("paid");
        AutoTopUpId declined = id("declined");
        deaf().standings.put(TopUpId.of(paid, 1), TopUpStanding.PAID);
        deaf().standings.put(TopUpId.of(declined, 1), TopUpStanding.DECLINED);
        process.tell(started(paid, "test_ok"), started(declined, "test_ok"));

        await().atMost(SOON).until(() -> !heard(ConfirmAutoTopUp.class, paid).isEmpty());
        assertThat(deaf().heard)
                .anyMatch(told -> told instanceof CreditTopUp credit
                        && credit.topUpId().equals(TopUpId.of(paid, 1))
                        && credit.amount().equals(AMOUNT));
        await().atMost(SOON)
                .until(() -> !heard(DeclineAutoTopUp.class, declined).isEmpty());
    }

    @Test
    void a_payment_that_is_refused_by_name_is_a_declined_one() {
        AutoTopUpId id = id("refused");
        process.tell(started(id, "too_much_now"));

        await().atMost(SOON).until(() -> !heard(DeclineAutoTopUp.class, id).isEmpty());
    }

    /** Paid is not enough: the wallet might still speak of a balance that this very money mends. */
    @Test
    void a_payment_is_confirmed_when_its_money_is_in_the_wallet() {
        AutoTopUpId id = id("credited");
        TopUpId topUp = TopUpId.of(id, 1);
        process.tell(new TopUpCredited(id.walletId(), new TopUpId("top_byhand"), AMOUNT, now));
        process.tell(new TopUpCredited(id.walletId(), topUp, AMOUNT, now));
        process.tell(new TopUpDeclined(topUp, id.walletId(), TopUpDecline.CARD_DECLINED, now));

        heard(new DeclineAutoTopUp(id, topUp, now));
        assertThat(heard(ConfirmAutoTopUp.class, id)).containsExactly(new ConfirmAutoTopUp(id, topUp, now));
    }

    @Test
    void what_was_put_off_is_resumed_when_its_time_has_come_and_not_before() {
        AutoTopUpId id = id("off");
        Instant until = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(2);
        process.tell(new AutoTopUpPutOff(id, PutOffReason.COOLING_OFF, until, now));

        await().atMost(SOON).until(() -> !heard(ResumeAutoTopUp.class, id).isEmpty());
        assertThat(((ResumeAutoTopUp) heard(ResumeAutoTopUp.class, id).get(0)).at())
                .isAfterOrEqualTo(until);
    }

    @Test
    void a_payment_that_goes_back_suspends_and_one_that_comes_back_does_not() {
        AutoTopUpId id = id("reversed");
        TopUpId topUp = new TopUpId("top_old");
        process.tell(new PaymentReversed(id.walletId(), topUp, Money.of(0, "USD"), 2, now));
        process.tell(new PaymentReversed(id.walletId(), topUp, AMOUNT, 3, now));

        heard(new SuspendAutoTopUp(id, SuspendReason.PAYMENT_REVERSED, now));
        assertThat(heard(SuspendAutoTopUp.class, id)).hasSize(1);
    }

    @Test
    void what_is_settled_or_off_is_looked_after_no_more_but_a_payment_under_way_is() {
        AutoTopUpId paid = id("done1");
        AutoTopUpId declined = id("done2");
        AutoTopUpId off = id("done3");
        AutoTopUpId under = id("under");
        process.tell(started(paid, "test_ok"), started(declined, "test_ok"), new AutoTopUpArmed(off, THRESHOLD, now));
        process.tell(started(under, "test_ok"), new AutoTopUpTurnedOff(under, now));
        process.tell(new AutoTopUpPaid(paid, TopUpId.of(paid, 1), now));
        process.tell(new AutoTopUpDeclined(declined, TopUpId.of(declined, 1), now, now));
        process.tell(new AutoTopUpSuspended(off, SuspendReason.DECLINED_REPEATEDLY, now));

        await().atMost(SOON).until(() -> heard(RequestTopUp.class, under).size() >= 2);
        for (AutoTopUpId gone : List.of(paid, declined, off)) {
            assertThat(process.rowsOf("auto_top_up_promise WHERE auto_top_up_id = '" + gone + "'"))
                    .isZero();
        }
    }

    private Deaf deaf() {
        return process.its(Deaf.class);
    }

    private void heard(Object command) {
        await().atMost(SOON).untilAsserted(() -> assertThat(deaf().heard).contains(command));
    }

    /** What was said to this one, or to its wallet. */
    private List<Object> heard(Class<?> kind, AutoTopUpId id) {
        return deaf().heard.stream()
                .filter(kind::isInstance)
                .filter(command -> command.toString().contains(id.value())
                        || command.toString().contains(id.walletId().value()))
                .toList();
    }

    private AutoTopUpStarted started(AutoTopUpId id, String method) {
        return new AutoTopUpStarted(id, TopUpId.of(id, 1), AMOUNT, method, now);
    }

    private static AutoTopUpId id(String name) {
        return AutoTopUpId.of(WalletId.of(new AccountId("acc_" + name)));
    }
}
