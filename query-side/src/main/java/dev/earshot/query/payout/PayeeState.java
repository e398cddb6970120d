package dev.earshot.query.payout;

import dev.earshot.api.payout.PayeeNeed;
import dev.earshot.query.fold.Folded;
import java.util.List;

/** The account a listener is paid to, as its events have left it. */
final class PayeeState extends Folded {
    final String listenerId;
    String method;
    boolean verified;
    boolean suspended;
    List<PayeeNeed> needs = List.of();
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
        suspended = false;
        needs = List.of();
    }

    void verified(boolean vouchedFor) {
        verified = vouchedFor;
        suspended = !vouchedFor;
        needs = List.of();
    }

    void needs(List<PayeeNeed> missing) {
        needs = missing;
    }

    void frozen(boolean withheld) {
        frozen = withheld;
    }
}
