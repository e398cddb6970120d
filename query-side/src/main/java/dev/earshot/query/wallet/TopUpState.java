package dev.earshot.query.wallet;

import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.TopUpDecline;
import dev.earshot.api.topup.TopUpEvent.PackPaid;
import dev.earshot.api.topup.TopUpEvent.PackRequested;
import dev.earshot.api.topup.TopUpEvent.TopUpDeclined;
import dev.earshot.api.topup.TopUpEvent.TopUpPaid;
import dev.earshot.api.topup.TopUpEvent.TopUpRequested;
import dev.earshot.query.fold.Folded;
import java.time.Instant;

/** A top-up as its events have left it. */
final class TopUpState extends Folded {
    private static final String BOUGHT_OUTSIDE = "store";

    final String topUpId;
    String walletId;
    Money amount;
    String product;
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
        requested(event.walletId(), event.amount(), event.method(), event.at());
    }

    void on(PackRequested event) {
        requested(event.walletId(), event.pack().price(), event.method(), event.at());
        product = event.pack().product();
    }

    void on(TopUpPaid event) {
        paid(event.at());
    }

    /** What was bought outside was never requested here. */
    void on(PackPaid event) {
        if (walletId == null) {
            requested(event.walletId(), event.pack().price(), BOUGHT_OUTSIDE, event.at());
            product = event.pack().product();
        }
        paid(event.at());
    }

    void on(TopUpDeclined event) {
        status = Status.DECLINED;
        reason = event.reason();
        resolvedAt = event.at();
    }

    private void requested(WalletId wallet, Money asked, String by, Instant at) {
        walletId = wallet.value();
        amount = asked;
        method = by;
        status = Status.REQUESTED;
        requestedAt = at;
        requested = position();
    }

    private void paid(Instant at) {
        status = Status.PAID;
        reason = null;
        resolvedAt = at;
    }

    /** How far a top-up has come. */
    enum Status {
        REQUESTED,
        PAID,
        DECLINED
    }
}
