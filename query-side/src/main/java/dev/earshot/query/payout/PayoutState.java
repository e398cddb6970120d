package dev.earshot.query.payout;

import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayoutEvent.PayoutFailed;
import dev.earshot.api.payout.PayoutEvent.PayoutPaid;
import dev.earshot.api.payout.PayoutEvent.PayoutRequested;
import dev.earshot.api.payout.PayoutEvent.PayoutReturned;
import dev.earshot.api.payout.PayoutFailure;
import dev.earshot.query.fold.Folded;
import java.time.Instant;

/** A payout as its events have left it. */
final class PayoutState extends Folded {
    final String payoutId;
    String listenerId;
    Money amount;
    Status status;
    PayoutFailure reason;
    String reference;
    Instant requestedAt;
    Instant settledAt;
    long requested;

    PayoutState(String payoutId) {
        this(payoutId, 0);
    }

    PayoutState(String payoutId, long position) {
        super(position);
        this.payoutId = payoutId;
    }

    void on(PayoutRequested event) {
        listenerId = event.earningsId().listenerId().value();
        amount = event.amount();
        status = Status.IN_FLIGHT;
        requestedAt = event.at();
        requested = position();
    }

    void lost() {
        status = Status.UNKNOWN;
    }

    void on(PayoutPaid event) {
        status = Status.PAID;
        reference = event.reference();
        settledAt = event.at();
    }

    void on(PayoutFailed event) {
        status = Status.FAILED;
        reason = event.reason();
        settledAt = event.at();
    }

    void on(PayoutReturned event) {
        status = Status.RETURNED;
        reason = event.reason();
        settledAt = event.at();
    }

    /** How far a payout has come. */
    enum Status {
        IN_FLIGHT,
        /** In flight, and the provider did not answer; it is asked again. */
        UNKNOWN,
        PAID,
        FAILED,
        /** It had arrived, and came back. */
        RETURNED
    }
}
