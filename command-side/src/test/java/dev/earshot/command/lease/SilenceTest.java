package dev.earshot.command.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.api.call.CallCommand.AcceptCall;
import dev.earshot.api.call.CallCommand.AdmitCall;
import dev.earshot.api.call.CallCommand.HangUp;
import dev.earshot.api.call.CallCommand.JoinCall;
import dev.earshot.api.call.CallCommand.RequestCall;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.Media;
import dev.earshot.api.call.Parties;
import dev.earshot.api.call.PayWith;
import dev.earshot.api.call.Side;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.PresenceId;
import dev.earshot.api.money.Money;
import dev.earshot.api.presence.PresenceCommand.GoLive;
import dev.earshot.api.presence.PresenceCommand.GoOffline;
import dev.earshot.api.presence.PresenceEvent.ListenerLapsed;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.PayPerMinute;
import dev.earshot.command.CommandSide;
import dev.earshot.command.Told;
import dev.earshot.platform.IntegrationTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Silence on the real platform, with leases of a second or two. */
@IntegrationTest(
        value = CommandSide.class,
        settings = {"presence.watchdog=2s", "call.beat=1s", "call.missed-beats=2", "call.beat-slack=0s"})
class SilenceTest {
    private static final AccountId ANN = new AccountId("acc_ann");
    private static final AccountId LEA = new AccountId("acc_lea");
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Autowired
    CommandGateway commands;

    @Autowired
    EventStore log;

    @Autowired
    Clock clock;

    @Autowired
    @Qualifier("callLeases")
    Leases callLeases;

    @Autowired
    @Qualifier("callLeaseTable")
    LeaseTable callLeaseTable;

    @Autowired
    @Qualifier("presenceLeaseTable")
    LeaseTable presenceLeaseTable;

    @Test
    void a_live_listener_of_whom_nothing_is_heard_lapses() {
        PresenceId presence = PresenceId.of(ListenerId.of(new AccountId("acc_silent")));
        commands.sendAndWait(new GoLive(presence, clock.instant()));
        assertThat(presenceLeaseTable.lastBeat(Lease.of(presence.value()))).isPresent();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(Told.of(log, presence)).hasAtLeastOneElementOfType(ListenerLapsed.class));
        assertThat(presenceLeaseTable.lastBeat(Lease.of(presence.value()))).isEmpty();
    }

    @Test
    void who_goes_offline_is_watched_no_longer() {
        PresenceId presence = PresenceId.of(ListenerId.of(new AccountId("acc_gone")));
        commands.sendAndWait(new GoLive(presence, clock.instant()));
        commands.sendAndWait(new GoOffline(presence, clock.instant()));
        assertThat(presenceLeaseTable.lastBeat(Lease.of(presence.value()))).isEmpty();
    }

    @Test
    void a_call_with_a_silent_side_ends_as_of_the_last_moment_both_were_heard() {
        CallId call = connect("call_silent");
        // The table knows microseconds only, and clocks may tell more.
        Instant lastOfLea = clock.instant().truncatedTo(ChronoUnit.MICROS);
        callLeases.beat(new Lease(call.value(), LEA.value()), lastOfLea);
        CallEnded end = await().atMost(PATIENCE)
                .until(
                        () -> {
                            callLeases.beat(new Lease(call.value(), ANN.value()), clock.instant());
                            return endOf(call);
                        },
                        ended -> ended != null);
        assertThat(end.reason()).isEqualTo(EndReason.CONNECTION_LOST);
        assertThat(end.at()).isEqualTo(lastOfLea);
        assertThat(callLeaseTable.firstSilence(call.value())).isEmpty();
    }

    @Test
    void a_call_that_was_joined_but_never_beaten_for_ends_as_of_its_connection() {
        CallId call = connect("call_unheard");
        CallEnded end = await().atMost(PATIENCE).until(() -> endOf(call), ended -> ended != null);
        assertThat(end.reason()).isEqualTo(EndReason.CONNECTION_LOST);
        assertThat(end.billableSeconds()).isZero();
    }

    @Test
    void an_ended_call_is_watched_no_longer() {
        CallId call = connect("call_over");
        commands.sendAndWait(new HangUp(call, ANN, clock.instant()));
        assertThat(callLeaseTable.firstSilence(call.value())).isEmpty();
        assertThat(callLeases.beat(new Lease(call.value(), ANN.value()), clock.instant()))
                .isFalse();
    }

    private CallId connect(String name) {
        CallId call = new CallId(name);
        var terms = new PayPerMinute(1500, new Grace(60, 1)).termsFor(Money.of(100, "USD"));
        var parties = new Parties(ANN, ListenerId.of(LEA));
        commands.sendAndWait(new RequestCall(call, parties, Media.VOICE, PayWith.WALLET, terms, clock.instant()));
        commands.sendAndWait(new AdmitCall(call, 300, clock.instant()));
        commands.sendAndWait(new AcceptCall(call, LEA, clock.instant()));
        commands.sendAndWait(new JoinCall(call, Side.MEMBER, clock.instant()));
        commands.sendAndWait(new JoinCall(call, Side.LISTENER, clock.instant()));
        return call;
    }

    private CallEnded endOf(CallId call) {
        return Told.of(log, call).stream()
                .filter(CallEnded.class::isInstance)
                .map(CallEnded.class::cast)
                .findFirst()
                .orElse(null);
    }
}
