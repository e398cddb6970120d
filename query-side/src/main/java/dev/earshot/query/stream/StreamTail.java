package dev.earshot.query.stream;

import dev.earshot.api.autotopup.AutoTopUpEvent;
import dev.earshot.api.call.CallEvent;
import dev.earshot.api.call.Parties;
import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.card.CardReversalEvent;
import dev.earshot.api.card.CardholderEvent;
import dev.earshot.api.earnings.EarningsEvent;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.membership.MembershipEvent;
import dev.earshot.api.meter.Draw;
import dev.earshot.api.meter.MeterEvent.SecondsDrawn;
import dev.earshot.api.payout.PayoutEvent;
import dev.earshot.api.presence.PresenceEvent;
import dev.earshot.api.simulation.SimulationEvent;
import dev.earshot.api.topup.TopUpEvent;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.query.fold.LogEntry;
import dev.earshot.query.live.LiveCalls;
import dev.earshot.query.live.LiveTail;
import dev.earshot.query.news.Audience;
import dev.earshot.query.news.Told;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Follows the log's tail and tells connected clients what concerns them. */
@Component
@ProcessingGroup(LiveTail.GROUP)
class StreamTail {
    private final Audience audience;
    private final Recent recent;
    private final Streams streams;
    private final Resume shapes;
    private final LiveCalls live;
    private final PassingNews passing;

    StreamTail(Audience audience, Recent recent, Streams streams, Resume shapes, LiveCalls live, PassingNews passing) {
        this.audience = audience;
        this.recent = recent;
        this.streams = streams;
        this.shapes = shapes;
        this.live = live;
        this.passing = passing;
    }

    @EventHandler
    void on(CallEvent event, LogEntry entry) {
        tell(event, entry);
    }

    @EventHandler
    void on(CardPaymentEvent event, LogEntry entry) {
        tell(event, entry);
    }

    @EventHandler
    void on(CardReversalEvent event, LogEntry entry) {
        tell(event, entry);
    }

    @EventHandler
    void on(CardholderEvent event, LogEntry entry) {
        tell(event, entry);
    }

    @EventHandler
    void on(WalletEvent event, LogEntry entry) {
        tell(event, entry);
    }

    @EventHandler
    void on(TopUpEvent event, LogEntry entry) {
        tell(event, entry);
    }

    @EventHandler
    void on(AutoTopUpEvent event, LogEntry entry) {
        tell(event, entry);
    }

    @EventHandler
    void on(PresenceEvent event, LogEntry entry) {
        tell(event, entry);
    }

    @EventHandler
    void on(EarningsEvent event, LogEntry entry) {
        tell(event, entry);
    }

    @EventHandler
    void on(MembershipEvent event, LogEntry entry) {
        tell(event, entry);
    }

    @EventHandler
    void on(PayoutEvent event, LogEntry entry) {
        tell(event, entry);
    }

    @EventHandler
    void on(SimulationEvent event, LogEntry entry) {
        tell(event, entry);
    }

    /** The member hears what it cost so far, the listener what it earned; both only if anyone listens at all. */
    @EventHandler
    void on(SecondsDrawn event, LogEntry entry) {
        if (!streams.isEmpty()) {
            for (Draw draw : event.draws()) {
                live.partiesOf(draw.callId()).ifPresent(parties -> tell(draw, parties));
            }
        }
        recent.reach(entry.position());
    }

    private void tell(Object event, LogEntry entry) {
        for (Told told : audience.of(event)) {
            recent.add(entry.position(), told);
            var connections = streams.of(told.account());
            if (!connections.isEmpty()) {
                var frame = Frame.of(shapes.fact(entry.position(), told));
                connections.forEach(connection -> connection.send(frame));
            }
        }
        recent.reach(entry.position());
    }

    private void tell(Draw draw, Parties parties) {
        tell(parties.memberId(), draw, "charged", draw.charged());
        tell(parties.listenerId().accountId(), draw, "earned", draw.earned());
    }

    private void tell(AccountId account, Draw draw, String figure, long value) {
        passing.tell(
                account,
                "draw",
                Map.of("callId", draw.callId(), "second", draw.second(), "pocket", draw.pocket(), figure, value));
    }
}
