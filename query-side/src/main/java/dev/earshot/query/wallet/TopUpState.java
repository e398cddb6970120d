package dev.earshot.query.wallet;

import dev.earshot.api.money.Money;
import dev.earshot.api.topup.TopUpDecline;
import dev.earshot.api.topup.TopUpEvent.TopUpDeclined;
import dev.earshot.api.topup.TopUpEvent.TopUpPaid;
import dev.earshot.api.topup.TopUpEvent.TopUpRequested;
import dev.earshot.query.fold.Folded;
import java.time.Instant;

/** A top-up as its events have left it. */
final class TopUpState extends Folded {
    final String topUpId;
    String walletId;
    Money amount;
    String method;
    Status status;
    TopUpDecline reason;
    Instant requestedAt;
    Instant resolvedAt;
    long requested;

    TopUpState(String topUpId) {
        this(topUpId, 0);
    }

    TopUpState(String topUpId, long position) {
        super(position);
        this.topUpId = topUpId;
    }

    void on(TopUpRequested event) {
        walletId = event.walletId().value();
        amount = event.amount();
        method = event.method();
        status = Status.REQUESTED;
        requestedAt = event.at();
        requested = position();
    }

    void on(TopUpPaid event) {
        status = Status.PAID;
        reason = null;
        resolvedAt = event.at();
    }

    void on(TopUpDeclined event) {
        status = Status.DECLINED;
        reason = event.reason();
        resolvedAt = event.at();
    }

    /** How far a top-up has come. */
    enum Status {
        REQUESTED,
        PAID,
        DECLINED
    }
}
