package dev.earshot.saga.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.api.call.CallCommand;
import dev.earshot.api.call.CallCommand.AdmitCall;
import dev.earshot.api.call.CallCommand.EndCall;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.PromiseOverdue;
import dev.earshot.api.call.RefuseReason;
import dev.earshot.api.earnings.EarningsCommand;
import dev.earshot.api.earnings.EarningsCommand.CreditEarnings;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.presence.EngagementDecline;
import dev.earshot.api.presence.PresenceCommand;
import dev.earshot.api.presence.PresenceCommand.EngageListener;
import dev.earshot.api.topup.TopUpEvent.TopUpPaid;
import dev.earshot.api.wallet.HoldDecline;
import dev.earshot.api.wallet.WalletCommand;
import dev.earshot.api.wallet.WalletCommand.CaptureHold;
import dev.earshot.api.wallet.WalletCommand.CreditTopUp;
import dev.earshot.api.wallet.WalletCommand.PlaceHold;
import dev.earshot.platform.trace.Correlation;
import dev.earshot.saga.CallFacts;
import dev.earshot.saga.Process;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shell of the billing on the real platform: what it remembers survives, and its alarms go off. */
@TestInstance(Lifecycle.PER_CLASS)
class CallBillingSagaIntegrationTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Process process =
            new Process(Silence.class, "billing.ask-again=1s", "call.ring=2s", "meter.tick=10s");
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    /** Hears every command and answers none. */
    static class Silence {
        private final List<Object> heard = new CopyOnWriteArrayList<>();

        @CommandHandler
        void handle(PlaceHold command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(WalletCommand.ReleaseHold command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(CaptureHold command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(CreditTopUp command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(EngageListener command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(PresenceCommand.DisengageListener command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(AdmitCall command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(CallCommand.RefuseCall command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(EndCall command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(CallCommand.ExtendCall command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(EarningsCommand.CreditEarnings command) {
            heard.add(command);
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
    void billsACallFromItsRequestToItsSettlementAndLeavesNothingBehind() {
        CallFacts call = new CallFacts("Billed");
        process.tell(call.requested(now), call.placed(300, now), call.engaged(now), call.admitted(300, now));
        process.tell(call.accepted(now), call.connected(now), call.ended(EndReason.HUNG_UP_BY_MEMBER, 60, now));
        process.tell(call.captured(300, 60, now), call.disengaged(now));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(heard(CreditEarnings.class))
                        .extracting(CreditEarnings::amount)
                        .contains(Money.of(510, "USD")));
        assertThat(heard(PlaceHold.class)).extracting(PlaceHold::terms).containsOnly(CallFacts.TERMS);
        assertThat(heard(CaptureHold.class))
                .extracting(CaptureHold::talkedSeconds)
                .containsOnly(60L);

        process.tell(call.credited(510, now));
        await().atMost(SOON).until(() -> rowsOf(call) == 0);
    }

    @Test
    void asksAgainAndEndsARingThatLastsTooLongAcrossARestart() {
        CallFacts call = new CallFacts("Rings");
        process.tell(call.requested(now));
        await().atMost(SOON)
                .until(() -> heard(PlaceHold.class).stream()
                                .filter(wish -> wish.callId().equals(call.call))
                                .count()
                        >= 2);

        process.tell(call.placed(300, now), call.engaged(now));
        await().atMost(SOON).until(() -> isAdmitted(call));
        Instant admitted = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        process.tell(call.admitted(300, admitted));
        process.stop();
        process.start();

        await().atMost(SOON)
                .until(() -> heard(EndCall.class)
                        .contains(new EndCall(call.call, EndReason.NO_ANSWER, admitted.plusSeconds(2))));
    }

    @Test
    void wakesACallAgainAndAgainUntilItMovesOn() {
        CallFacts call = new CallFacts("Stuck");
        process.tell(call.requested(now));
        await().atMost(SOON).until(() -> wakingsOf(call) >= 3);

        process.tell(call.holdDeclined(HoldDecline.INSUFFICIENT_FUNDS, now));
        process.tell(call.refused(RefuseReason.INSUFFICIENT_FUNDS, now));
        process.tell(call.engagementDeclined(EngagementDecline.CALL_OVER, now));
        await().atMost(SOON).until(() -> rowsOf(call) == 0);
    }

    @Test
    void wakesWithinTheStoryThatOpenedTheCall() {
        CallFacts call = new CallFacts("Story");
        process.its(EventBus.class)
                .publish(new GenericEventMessage<>(call.requested(now), Map.of(Correlation.ID, "story-of-it")));

        await().atMost(SOON).until(() -> storiesOfWakings(call).contains("story-of-it"));
    }

    @Test
    void creditsAPaidTopUp() {
        WalletId wallet = WalletId.of(new AccountId("acc_Payer"));
        TopUpId topUp = new TopUpId(TopUpId.PREFIX + "Paid");
        process.tell(new TopUpPaid(topUp, wallet, Money.of(500, "USD"), "ref", now));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(heard(CreditTopUp.class))
                        .containsExactly(new CreditTopUp(wallet, topUp, Money.of(500, "USD"), now)));
    }

    private boolean isAdmitted(CallFacts call) {
        return heard(AdmitCall.class).stream().anyMatch(wish -> wish.callId().equals(call.call));
    }

    private long wakingsOf(CallFacts call) {
        return process.told(PromiseOverdue.class).stream()
                .filter(overdue -> overdue.callId().equals(call.call))
                .count();
    }

    private List<String> storiesOfWakings(CallFacts call) {
        return process.its(JdbcClient.class)
                .sql("SELECT convert_from(meta_data, 'UTF8')::jsonb ->> 'correlationId' FROM domain_event"
                        + " WHERE payload_type LIKE '%PromiseOverdue' AND convert_from(payload, 'UTF8') LIKE ?")
                .param("%" + call.call + "%")
                .query(String.class)
                .list();
    }

    private int rowsOf(CallFacts call) {
        return process.rowsOf("open_call WHERE call_id = '%s'".formatted(call.call));
    }

    private <T> List<T> heard(Class<T> kind) {
        return process.its(Silence.class).heard.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
