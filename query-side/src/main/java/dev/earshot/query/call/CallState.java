package dev.earshot.query.call;

import dev.earshot.api.call.CallEvent.CallAccepted;
import dev.earshot.api.call.CallEvent.CallAdmitted;
import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.CallEvent.CallExtended;
import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.call.CallEvent.CallRequested;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.Media;
import dev.earshot.api.call.Parties;
import dev.earshot.api.call.PayWith;
import dev.earshot.api.call.RefuseReason;
import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.card.CardReversalEvent.CardPaymentReversed;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import dev.earshot.query.fold.Folded;
import java.time.Instant;
import java.util.List;

/** A call as its own events and those of its hold have left it; what has not happened yet is null. */
final class CallState extends Folded {
    final String callId;
    CallStatus status = CallStatus.REQUESTED;
    Media media;
    PayWith payWith;
    Parties parties;
    Terms terms;
    Instant requestedAt;
    Instant admittedAt;
    Instant acceptedAt;
    Instant connectedAt;
    Instant endedAt;
    EndReason endReason;
    RefuseReason refuseReason;
    Long grantedSeconds;
    Long billableSeconds;
    List<Charge> charges;
    List<CardPart> card = List.of();
    Long requested;

    CallState(String callId) {
        this(callId, 0);
    }

    CallState(String callId, long position) {
        super(position);
        this.callId = callId;
    }

    void on(CallRequested event) {
        media = event.media();
        payWith = event.payWith();
        parties = event.parties();
        terms = event.terms();
        requestedAt = event.at();
        requested = position();
    }

    void on(CallAdmitted event) {
        status = CallStatus.RINGING;
        admittedAt = event.at();
        grantedSeconds = event.grantedSeconds();
    }

    void on(CallRefused event) {
        status = CallStatus.REFUSED;
        refuseReason = event.reason();
        endedAt = event.at();
    }

    void on(CallAccepted event) {
        status = CallStatus.ACCEPTED;
        acceptedAt = event.at();
    }

    void on(CallConnected event) {
        status = CallStatus.CONNECTED;
        connectedAt = event.at();
    }

    void on(CallExtended event) {
        grantedSeconds = event.grantedSeconds();
    }

    void on(CallEnded event) {
        status = charges == null ? CallStatus.ENDED : CallStatus.SETTLED;
        endReason = event.reason();
        endedAt = event.at();
        billableSeconds = event.billableSeconds();
    }

    void on(HoldCaptured event) {
        settle(event.charges());
    }

    void on(HoldReleased event) {
        settle(List.of());
    }

    void on(CardPaymentEvent event) {
        card = CardPart.after(event, card);
    }

    void on(CardPaymentReversed event) {
        card = CardPart.after(event, card);
    }

    private void settle(List<Charge> settled) {
        charges = settled;
        if (status == CallStatus.ENDED) {
            status = CallStatus.SETTLED;
        }
    }
}
