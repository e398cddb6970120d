package dev.earshot.command.topup;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.Reversal;
import dev.earshot.api.topup.TopUpEvent;
import dev.earshot.api.topup.TopUpEvent.DisputeLost;
import dev.earshot.api.topup.TopUpEvent.DisputeOpened;
import dev.earshot.api.topup.TopUpEvent.DisputeWon;
import dev.earshot.api.topup.TopUpEvent.DuesReckoned;
import dev.earshot.api.topup.TopUpEvent.DuesRequested;
import dev.earshot.api.topup.TopUpEvent.DuesReversed;
import dev.earshot.api.topup.TopUpEvent.PackPaid;
import dev.earshot.api.topup.TopUpEvent.PackRequested;
import dev.earshot.api.topup.TopUpEvent.PackReversed;
import dev.earshot.api.topup.TopUpEvent.RefundConfirmed;
import dev.earshot.api.topup.TopUpEvent.RefundFailed;
import dev.earshot.api.topup.TopUpEvent.RefundRecorded;
import dev.earshot.api.topup.TopUpEvent.RefundRequested;
import dev.earshot.api.topup.TopUpEvent.RefundReturned;
import dev.earshot.api.topup.TopUpEvent.TopUpRequested;
import dev.earshot.api.topup.TopUpEvent.TopUpReversed;
import dev.earshot.command.reversal.Reversals;
import dev.earshot.command.reversal.Reversals.Progress;
import dev.earshot.command.reversal.Reversals.Verdict;

/**
 * All that is known of what goes back of a top-up, and what of that was told. Only facts change it; those who decide
 * read it.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Reversed {
    Reversals reversals = Reversals.none();
    Reversal told; // Absent until it is known what the top-up costs.
    long lost; // Of dues, by disputes and for good, minor units.
    long reckoned; // How often that was told.

    void on(TopUpEvent event) {
        if (event instanceof RefundRequested refund) {
            reversals = reversals.asking(refund.refundId(), refund.amount().minor());
        } else if (event instanceof RefundConfirmed refund) {
            reversals = reversals.moving(refund.refundId(), Progress.CONFIRMED);
        } else if (event instanceof RefundFailed refund) {
            reversals = reversals.failing(refund.refundId(), refund.reason(), refund.at());
        } else if (event instanceof RefundRecorded refund) {
            reversals = reversals.telling(refund.inAll().minor(), refund.at());
        } else if (event instanceof RefundReturned refund) {
            reversals = reversals.returning(refund.refund(), refund.amount().minor(), refund.at());
        } else if (event instanceof DisputeOpened dispute) {
            disputed(dispute.dispute(), Verdict.OPEN, dispute.amount());
        } else if (event instanceof DisputeWon dispute) {
            disputed(dispute.dispute(), Verdict.WON, dispute.amount());
        } else if (event instanceof DisputeLost dispute) {
            disputed(dispute.dispute(), Verdict.LOST, dispute.amount());
        } else {
            tell(event);
        }
    }

    private void tell(TopUpEvent event) {
        if (event instanceof TopUpRequested requested) {
            told = Reversal.none(requested.amount());
        } else if (event instanceof PackRequested requested) {
            told = Reversal.none(requested.pack().price());
        } else if (event instanceof DuesRequested requested) {
            told = Reversal.none(requested.dues().amount());
        } else if (event instanceof PackPaid paid && told == null) {
            told = Reversal.none(paid.pack().price());
        } else if (event instanceof TopUpReversed reversed) {
            told = reversed.reversal();
        } else if (event instanceof PackReversed reversed) {
            told = reversed.reversal();
        } else if (event instanceof DuesReversed reversed) {
            told = reversed.reversal();
        } else if (event instanceof DuesReckoned now) {
            lost = now.lost().minor();
            reckoned = now.revision();
        }
    }

    private void disputed(String dispute, Verdict verdict, Money amount) {
        reversals = reversals.disputing(dispute, verdict, amount.minor());
    }
}
