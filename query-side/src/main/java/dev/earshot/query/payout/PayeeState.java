package dev.earshot.query.payout;

import dev.earshot.query.fold.Folded;

/** The account a listener is paid to, as its events have left it. */
final class PayeeState extends Folded {
    final String listenerId;
    String method;
    boolean verified;
    boolean frozen;

    PayeeState(String listenerId) {
        this(listenerId, 0);
    }

    PayeeState(String listenerId, long position) {
        super(position);
        this.listenerId = listenerId;
    }

    void opened(String with) {
        method = with;
        verified = false;
    }

    void verified(boolean vouchedFor) {
        verified = vouchedFor;
    }

    void frozen(boolean withheld) {
        frozen = withheld;
    }
}
