package dev.earshot.adapter.refund;

import dev.earshot.api.card.CardReversalCommand.ConfirmCardRefund;
import dev.earshot.api.card.CardReversalCommand.FailCardRefund;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.topup.RefundFailure;
import dev.earshot.api.topup.TopUpCommand.ConfirmRefund;
import dev.earshot.api.topup.TopUpCommand.FailRefund;
import java.time.Instant;

/** What a provider has answered to a refund, in the words of what was paid: a top-up or a call by card. */
final class RefundAnswers {
    private RefundAnswers() {}

    static Object given(OpenRefund refund, String reference, Instant at) {
        return isOfCard(refund)
                ? new ConfirmCardRefund(new CardPaymentId(refund.subject()), refund.id(), reference, at)
                : new ConfirmRefund(new TopUpId(refund.subject()), refund.id(), reference, at);
    }

    static Object notGiven(OpenRefund refund, RefundFailure why, Instant at) {
        return isOfCard(refund)
                ? new FailCardRefund(new CardPaymentId(refund.subject()), refund.id(), why, at)
                : new FailRefund(new TopUpId(refund.subject()), refund.id(), why, at);
    }

    private static boolean isOfCard(OpenRefund refund) {
        return refund.subject().startsWith(CardPaymentId.PREFIX);
    }
}
