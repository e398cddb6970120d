package dev.earshot.query.topup;

import dev.earshot.api.id.RefundId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.RefundFailure;
import dev.earshot.api.topup.Reversal;
import dev.earshot.api.topup.TopUpDecline;
import dev.earshot.api.topup.TopUpEvent.DisputeLost;
import dev.earshot.api.topup.TopUpEvent.DisputeOpened;
import dev.earshot.api.topup.TopUpEvent.DisputeWon;
import dev.earshot.api.topup.TopUpEvent.DuesDeclined;
import dev.earshot.api.topup.TopUpEvent.DuesPaid;
import dev.earshot.api.topup.TopUpEvent.DuesRequested;
import dev.earshot.api.topup.TopUpEvent.DuesReversed;
import dev.earshot.api.topup.TopUpEvent.PackPaid;
import dev.earshot.api.topup.TopUpEvent.PackRequested;
import dev.earshot.api.topup.TopUpEvent.PackReversed;
import dev.earshot.api.topup.TopUpEvent.RefundConfirmed;
import dev.earshot.api.topup.TopUpEvent.RefundFailed;
import dev.earshot.api.topup.TopUpEvent.RefundRequested;
import dev.earshot.api.topup.TopUpEvent.RefundReturned;
import dev.earshot.api.topup.TopUpEvent.TopUpDeclined;
import dev.earshot.api.topup.TopUpEvent.TopUpMismatched;
import dev.earshot.api.topup.TopUpEvent.TopUpPaid;
import dev.earshot.api.topup.TopUpEvent.TopUpRequested;
import dev.earshot.api.topup.TopUpEvent.TopUpReversed;
import dev.earshot.query.fold.Folded;
import dev.earshot.query.reversal.ReversalLine;
import dev.earshot.query.reversal.ReversalLine.Kind;
import java.time.Instant;
import java.util.List;

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
    long refunded;
    long disputed;
    long reversed;
    List<ReversalLine> lines = List.of();

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

    void on(DuesRequested event) {
        requested(event.walletId(), event.dues().amount(), event.method(), event.at());
        product = event.dues().tier();
    }

    void on(DuesPaid event) {
        paid(event.at());
    }

    void on(DuesDeclined event) {
        declined(event.reason(), event.at());
    }

    void on(DuesReversed event) {
        reversed(event.reversal());
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
        declined(event.reason(), event.at());
    }

    private void declined(TopUpDecline why, Instant at) {
        status = Status.DECLINED;
        reason = why;
        resolvedAt = at;
    }

    void on(TopUpMismatched event) {
        status = Status.MISMATCHED;
        enter(new ReversalLine(Kind.MISMATCH, event.reference(), event.paid(), null, null, event.at()));
    }

    void on(RefundRequested event) {
        refund(event.refundId(), event.amount(), ReversalLine.Status.REQUESTED, event.reason(), event.at());
    }

    void on(RefundConfirmed event) {
        refund(event.refundId(), event.amount(), ReversalLine.Status.CONFIRMED, null, event.at());
    }

    void on(RefundFailed event) {
        refund(event.refundId(), event.amount(), ReversalLine.Status.FAILED, event.reason(), event.at());
    }

    void on(RefundReturned event) {
        enter(new ReversalLine(
                Kind.REFUND,
                event.refund(),
                event.amount(),
                ReversalLine.Status.FAILED,
                RefundFailure.RETURNED.name(),
                event.at()));
    }

    void on(DisputeOpened event) {
        dispute(event.dispute(), event.amount(), ReversalLine.Status.OPEN, event.at());
    }

    void on(DisputeWon event) {
        dispute(event.dispute(), event.amount(), ReversalLine.Status.WON, event.at());
    }

    void on(DisputeLost event) {
        dispute(event.dispute(), event.amount(), ReversalLine.Status.LOST, event.at());
    }

    void on(TopUpReversed event) {
        reversed(event.reversal());
    }

    void on(PackReversed event) {
        reversed(event.reversal());
    }

    private void reversed(Reversal reversal) {
        refunded = reversal.refunded().minor();
        disputed = reversal.disputed().minor();
        reversed = reversal.inAll().minor();
    }

    private void refund(RefundId refund, Money sum, ReversalLine.Status to, Enum<?> why, Instant at) {
        enter(new ReversalLine(Kind.REFUND, refund.value(), sum, to, why == null ? null : why.name(), at));
    }

    private void dispute(String name, Money sum, ReversalLine.Status to, Instant at) {
        enter(new ReversalLine(Kind.DISPUTE, name, sum, to, null, at));
    }

    /** The line takes the place of what was known of the same refund or dispute. */
    private void enter(ReversalLine line) {
        lines = line.in(lines);
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
        DECLINED,
        /** Another amount came than was asked for; somebody looks at it. */
        MISMATCHED
    }
}
