package dev.earshot.query.earnings;

import dev.earshot.api.earnings.Coins;
import dev.earshot.api.earnings.EarningsEvent.BonusCredited;
import dev.earshot.api.earnings.EarningsEvent.ClawbackReturned;
import dev.earshot.api.earnings.EarningsEvent.EarningsClawedBack;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.earnings.EarningsEvent.EarningsMatured;
import dev.earshot.api.earnings.EarningsEvent.EarningsReleased;
import dev.earshot.api.earnings.EarningsEvent.EarningsSettledDirectly;
import dev.earshot.api.earnings.EarningsEvent.EarningsTakenBackDirectly;
import dev.earshot.api.earnings.EarningsEvent.PenaltyImposed;
import dev.earshot.api.earnings.EarningsEvent.PenaltyReversed;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayoutEvent.PayoutFailed;
import dev.earshot.api.payout.PayoutEvent.PayoutPaid;
import dev.earshot.api.payout.PayoutEvent.PayoutRequested;
import dev.earshot.api.payout.PayoutEvent.PayoutReturned;
import dev.earshot.query.earnings.EarningsState.Change;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.LogEntry;
import java.time.Instant;
import java.util.function.Consumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** What has a listener earned, and where is each coin of it? */
@Component
@ProcessingGroup("earnings-view")
class EarningsView {
    private final EarningsRows rows;
    private final Fold<EarningsState> listeners;

    EarningsView(EarningsRows rows) {
        this.rows = rows;
        this.listeners = new Fold<>("earnings_view", rows, EarningsState::new);
    }

    @EventHandler
    void on(EarningsCredited event, LogEntry entry) {
        line(EntryKind.CALL, event.callId().value(), event.amount(), Coins::credit)
                .write(event.earningsId(), event.at(), entry);
    }

    @EventHandler
    void on(BonusCredited event, LogEntry entry) {
        line(EntryKind.BONUS, event.callId().value(), event.amount(), Coins::reward)
                .write(event.earningsId(), event.at(), entry);
    }

    @EventHandler
    void on(EarningsMatured event, LogEntry entry) {
        line(EntryKind.MATURED, "", event.amount(), Coins::mature).write(event.earningsId(), event.at(), entry);
    }

    @EventHandler
    void on(PenaltyImposed event, LogEntry entry) {
        write(
                event.earningsId(),
                event.amount(),
                entry,
                listener -> listener.enter(
                        EntryKind.PENALTY,
                        event.penaltyId().value(),
                        event.reason().name(),
                        event.amount(),
                        Coins::penalise,
                        event.at()));
    }

    @EventHandler
    void on(PenaltyReversed event, LogEntry entry) {
        line(EntryKind.PENALTY_REVERSED, event.penaltyId().value(), event.amount(), Coins::pardon)
                .write(event.earningsId(), event.at(), entry);
    }

    @EventHandler
    void on(EarningsClawedBack event, LogEntry entry) {
        line(EntryKind.CLAWBACK, event.callId().value(), event.amount(), Coins::clawBack)
                .write(event.earningsId(), event.at(), entry);
    }

    @EventHandler
    void on(ClawbackReturned event, LogEntry entry) {
        line(EntryKind.CLAWBACK_RETURNED, event.callId().value(), event.amount(), Coins::restore)
                .write(event.earningsId(), event.at(), entry);
    }

    @EventHandler
    void on(EarningsTakenBackDirectly event, LogEntry entry) {
        line(EntryKind.TAKEN_BACK_DIRECTLY, event.callId().value(), event.amount(), Coins::fetch)
                .write(event.earningsId(), event.at(), entry);
    }

    @EventHandler
    void on(EarningsSettledDirectly event, LogEntry entry) {
        line(EntryKind.SETTLED_DIRECTLY, event.callId().value(), event.amount(), Coins::settle)
                .write(event.earningsId(), event.at(), entry);
    }

    @EventHandler
    void on(EarningsReleased event, LogEntry entry) {
        line(EntryKind.RELEASED, event.callId().value(), event.amount(), Coins::mature)
                .write(event.earningsId(), event.at(), entry);
    }

    @EventHandler
    void on(PayoutRequested event, LogEntry entry) {
        line(EntryKind.PAYOUT, event.payoutId().value(), event.amount(), Coins::send)
                .write(event.earningsId(), event.at(), entry);
    }

    @EventHandler
    void on(PayoutPaid event, LogEntry entry) {
        line(EntryKind.PAYOUT_PAID, event.payoutId().value(), event.amount(), Coins::arrive)
                .write(event.earningsId(), event.at(), entry);
    }

    @EventHandler
    void on(PayoutFailed event, LogEntry entry) {
        line(EntryKind.PAYOUT_FAILED, event.payoutId().value(), event.amount(), Coins::takeBack)
                .write(event.earningsId(), event.at(), entry);
    }

    @EventHandler
    void on(PayoutReturned event, LogEntry entry) {
        line(EntryKind.PAYOUT_RETURNED, event.payoutId().value(), event.amount(), Coins::bounce)
                .write(event.earningsId(), event.at(), entry);
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }

    private Line line(EntryKind kind, String reference, Money amount, Change change) {
        return (earningsId, at, entry) ->
                write(earningsId, amount, entry, listener -> listener.enter(kind, reference, "", amount, change, at));
    }

    private void write(EarningsId earningsId, Money amount, LogEntry entry, Consumer<EarningsState> line) {
        String listenerId = earningsId.listenerId().value();
        listeners.change(EarningsState.key(listenerId, amount.currency().getCurrencyCode()), entry, line);
    }

    /** A line that is yet to be written: for whom, when, and where it stands in the log. */
    @FunctionalInterface
    private interface Line {
        void write(EarningsId earningsId, Instant at, LogEntry entry);
    }
}
