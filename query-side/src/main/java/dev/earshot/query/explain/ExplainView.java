package dev.earshot.query.explain;

import dev.earshot.api.call.CallEvent;
import dev.earshot.api.call.CallEvent.CallAccepted;
import dev.earshot.api.call.CallEvent.CallAdmitted;
import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.CallEvent.CallExtended;
import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.call.CallEvent.CallRequested;
import dev.earshot.api.call.CallEvent.CardChosen;
import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.card.CardPaymentEvent.CardAuthorized;
import dev.earshot.api.card.CardPaymentEvent.CardCaptured;
import dev.earshot.api.card.CardPaymentEvent.CardDeclined;
import dev.earshot.api.card.CardPaymentEvent.CardExpired;
import dev.earshot.api.card.CardPaymentEvent.CardReceivableRaised;
import dev.earshot.api.card.CardPaymentEvent.CardVoided;
import dev.earshot.api.card.CardPaymentEvent.ChargeWaived;
import dev.earshot.api.card.CardReversalEvent.CardPaymentReversed;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.earnings.EarningsEvent.EarningsSettledDirectly;
import dev.earshot.api.id.CallId;
import dev.earshot.api.wallet.WalletEvent.CardLent;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldExtensionDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import dev.earshot.query.fold.Batch;
import dev.earshot.query.fold.LogEntry;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** Which facts made a charge? */
@Component
@ProcessingGroup("explain-view")
class ExplainView {
    private final ExplainRows rows;
    private final Batch<Line> lines;

    ExplainView(ExplainRows rows) {
        this.rows = rows;
        this.lines = new Batch<>("explain_line", rows::save);
    }

    @EventHandler
    void on(CallRequested event, LogEntry entry) {
        add(event, entry, Step.CONSENTED, new Detail.Consent(event.media(), event.payWith(), event.terms()));
    }

    @EventHandler
    void on(CallRefused event, LogEntry entry) {
        add(event, entry, Step.REFUSED, new Detail.Refusal(event.reason()));
    }

    @EventHandler
    void on(CardChosen event, LogEntry entry) {
        add(event, entry, Step.CARD_CHOSEN, new Detail.ChosenCard(event.cardId()));
    }

    @EventHandler
    void on(CardLent event, LogEntry entry) {
        var detail = new Detail.Card(event.cardPaymentId().number(), event.amount());
        add(event.callId(), event.at(), entry, Step.LENT, detail);
    }

    @EventHandler
    void on(HoldDeclined event, LogEntry entry) {
        add(event.callId(), event.at(), entry, Step.HOLD_DECLINED, new Detail.HoldRefusal(event.reason()));
    }

    @EventHandler
    void on(HoldPlaced event, LogEntry entry) {
        add(event.callId(), event.at(), entry, Step.HELD, Detail.Held.of(event.grant()));
    }

    @EventHandler
    void on(HoldExtended event, LogEntry entry) {
        add(event.callId(), event.at(), entry, Step.HELD_MORE, Detail.Held.of(event.grant()));
    }

    @EventHandler
    void on(HoldExtensionDeclined event, LogEntry entry) {
        add(event.callId(), event.at(), entry, Step.RAN_SHORT, new Detail.Shortage(event.grantedSeconds()));
    }

    @EventHandler
    void on(CallAdmitted event, LogEntry entry) {
        add(event, entry, Step.ADMITTED, new Detail.Allowed(event.grantedSeconds()));
    }

    @EventHandler
    void on(CallExtended event, LogEntry entry) {
        add(event, entry, Step.EXTENDED, new Detail.Allowed(event.grantedSeconds()));
    }

    @EventHandler
    void on(CallAccepted event, LogEntry entry) {
        add(event, entry, Step.ACCEPTED, new Detail.Nothing());
    }

    @EventHandler
    void on(CallConnected event, LogEntry entry) {
        add(event, entry, Step.CONNECTED, new Detail.Nothing());
    }

    @EventHandler
    void on(CallEnded event, LogEntry entry) {
        add(event, entry, Step.ENDED, new Detail.End(event.reason(), event.billableSeconds()));
    }

    @EventHandler
    void on(HoldCaptured event, LogEntry entry) {
        var detail = new Detail.Charged(event.currency(), event.talkedSeconds(), ChargedLegs.of(event));
        add(event.callId(), event.at(), entry, Step.CHARGED, detail);
    }

    @EventHandler
    void on(HoldReleased event, LogEntry entry) {
        add(event.callId(), event.at(), entry, Step.RELEASED, Detail.Held.of(event.grant()));
    }

    @EventHandler
    void on(EarningsCredited event, LogEntry entry) {
        add(event.callId(), event.at(), entry, Step.CREDITED, new Detail.Credit(event.amount()));
    }

    @EventHandler
    void on(EarningsSettledDirectly event, LogEntry entry) {
        add(event.callId(), event.at(), entry, Step.SETTLED, new Detail.Credit(event.amount()));
    }

    @EventHandler
    void on(CardAuthorized event, LogEntry entry) {
        add(event, entry, Step.AUTHORIZED, new Detail.Card(event.cardPaymentId().number(), event.amount()));
    }

    @EventHandler
    void on(CardDeclined event, LogEntry entry) {
        add(
                event,
                entry,
                Step.CARD_DECLINED,
                new Detail.CardRefused(event.cardPaymentId().number(), event.reason()));
    }

    @EventHandler
    void on(CardCaptured event, LogEntry entry) {
        int number = event.cardPaymentId().number();
        add(event, entry, Step.CAPTURED, new Detail.CardCharge(number, event.amount(), event.fee()));
    }

    @EventHandler
    void on(ChargeWaived event, LogEntry entry) {
        add(event, entry, Step.WAIVED, new Detail.Card(event.cardPaymentId().number(), event.amount()));
    }

    @EventHandler
    void on(CardVoided event, LogEntry entry) {
        add(
                event,
                entry,
                Step.VOIDED,
                new Detail.CardRelease(event.cardPaymentId().number()));
    }

    @EventHandler
    void on(CardExpired event, LogEntry entry) {
        add(
                event,
                entry,
                Step.LAPSED,
                new Detail.CardRelease(event.cardPaymentId().number()));
    }

    @EventHandler
    void on(CardReceivableRaised event, LogEntry entry) {
        add(event, entry, Step.OWED, new Detail.Card(event.cardPaymentId().number(), event.amount()));
    }

    @EventHandler
    void on(CardPaymentReversed event, LogEntry entry) {
        var reversal = event.reversal();
        int number = event.cardPaymentId().number();
        var detail = new Detail.CardReversal(number, reversal.refunded(), reversal.disputed(), event.owed());
        add(event.callId(), event.at(), entry, Step.GIVEN_BACK, detail);
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }

    private void add(CallEvent event, LogEntry entry, Step step, Detail detail) {
        add(event.callId(), event.at(), entry, step, detail);
    }

    private void add(CardPaymentEvent event, LogEntry entry, Step step, Detail detail) {
        add(event.callId(), event.at(), entry, step, detail);
    }

    private void add(CallId callId, Instant at, LogEntry entry, Step step, Detail detail) {
        lines.add(new Line(callId.value(), entry.position(), entry.eventId(), step, at, detail));
    }
}
