package dev.earshot.app.generate.town;

import dev.earshot.api.card.CardDecline;
import dev.earshot.api.card.CardPaymentCommand.ConfirmAuthorization;
import dev.earshot.api.card.CardPaymentCommand.ConfirmCapture;
import dev.earshot.api.card.CardPaymentCommand.ConfirmVoid;
import dev.earshot.api.card.CardPaymentCommand.DeclineAuthorization;
import dev.earshot.api.card.CardPaymentEvent.AuthorizationRequested;
import dev.earshot.api.card.CardPaymentEvent.CaptureRequested;
import dev.earshot.api.card.CardPaymentEvent.VoidRequested;
import dev.earshot.api.card.CardholderCommand.ConfirmCard;
import dev.earshot.api.card.CardholderEvent.CardOffered;
import dev.earshot.api.id.RefundId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayoutCommand.ConfirmPayout;
import dev.earshot.api.payout.PayoutCommand.FailPayout;
import dev.earshot.api.payout.PayoutCommand.VerifyPayee;
import dev.earshot.api.payout.PayoutEvent.PayeeOpened;
import dev.earshot.api.payout.PayoutEvent.PayoutRequested;
import dev.earshot.api.payout.PayoutFailure;
import dev.earshot.api.topup.RefundReason;
import dev.earshot.api.topup.TopUpCommand.ConfirmRefund;
import dev.earshot.api.topup.TopUpCommand.ConfirmTopUp;
import dev.earshot.api.topup.TopUpCommand.DeclineTopUp;
import dev.earshot.api.topup.TopUpCommand.LoseDispute;
import dev.earshot.api.topup.TopUpCommand.OpenDispute;
import dev.earshot.api.topup.TopUpCommand.RequestRefundOfRest;
import dev.earshot.api.topup.TopUpCommand.WinDispute;
import dev.earshot.api.topup.TopUpDecline;
import dev.earshot.api.topup.TopUpEvent.DuesRequested;
import dev.earshot.api.topup.TopUpEvent.PackRequested;
import dev.earshot.api.topup.TopUpEvent.RefundRequested;
import dev.earshot.api.topup.TopUpEvent.TopUpRequested;
import java.time.Duration;

/** What the payment networks answer, as the sandbox would: mostly yes, sometimes no, and sometimes the money goes back. */
final class Networks {
    private static final Duration AUTHORIZATION_LASTS = Duration.ofDays(7);

    private final Town town;
    private final Dice dice;

    Networks(Town town) {
        this.town = town;
        dice = town.dice();
    }

    void hear(Object fact) {
        if (fact instanceof TopUpRequested asked) {
            charge(asked.topUpId(), asked.amount());
        } else if (fact instanceof PackRequested asked) {
            charge(asked.topUpId(), asked.pack().price());
        } else if (fact instanceof DuesRequested asked) {
            charge(asked.topUpId(), asked.dues().amount());
        } else if (fact instanceof RefundRequested asked) {
            String reference = "sbxr_" + asked.refundId().suffix();
            answer(() -> new ConfirmRefund(asked.topUpId(), asked.refundId(), reference, town.now()));
        } else if (fact instanceof CardOffered offered) {
            String fingerprint = dice.suffix() + dice.suffix();
            answer(() -> new ConfirmCard(offered.cardholderId(), offered.cardId(), fingerprint, town.now()));
        } else if (fact instanceof AuthorizationRequested asked) {
            authorize(asked);
        } else if (fact instanceof CaptureRequested asked) {
            answer(() -> new ConfirmCapture(asked.cardPaymentId(), asked.amount(), town.now()));
        } else if (fact instanceof VoidRequested asked) {
            answer(() -> new ConfirmVoid(asked.cardPaymentId(), town.now()));
        } else if (fact instanceof PayeeOpened opened) {
            answer(() -> new VerifyPayee(opened.earningsId(), opened.account(), town.now()));
        } else if (fact instanceof PayoutRequested asked) {
            payOut(asked);
        }
    }

    private void answer(java.util.function.Supplier<Object> command) {
        town.later(Duration.ofMillis(dice.between(15, 900)), () -> town.ask(command.get()));
    }

    private void charge(TopUpId id, Money amount) {
        if (dice.perMille(40)) {
            answer(() -> new DeclineTopUp(id, TopUpDecline.CARD_DECLINED, town.now()));
            return;
        }
        String reference = "sbx_" + id.suffix();
        answer(() -> new ConfirmTopUp(id, amount, reference, town.now()));
        if (dice.perMille(5)) {
            RefundId refund = new RefundId(RefundId.PREFIX + dice.suffix());
            someDay(
                    10,
                    () -> town.ask(new RequestRefundOfRest(id, refund, RefundReason.REQUESTED_BY_MEMBER, town.now())));
        } else if (dice.perMille(2)) {
            String dispute = "sbxd_" + id.suffix();
            someDay(20, () -> town.ask(new OpenDispute(id, dispute, amount, town.now())));
            boolean won = dice.perMille(400);
            someDay(
                    40,
                    () -> town.ask(
                            won
                                    ? new WinDispute(id, dispute, amount, town.now())
                                    : new LoseDispute(id, dispute, amount, town.now())));
        } else {
            town.later(Duration.ofHours(1), () -> town.forget(id));
        }
    }

    private void authorize(AuthorizationRequested asked) {
        if (dice.perMille(60)) {
            CardDecline reason = dice.perMille(500) ? CardDecline.INSUFFICIENT_FUNDS : CardDecline.CARD_DECLINED;
            answer(() -> new DeclineAuthorization(asked.cardPaymentId(), asked.attempt(), reason, town.now()));
            return;
        }
        String reference = "sbxh_" + asked.cardPaymentId().suffix() + "a" + asked.attempt();
        answer(() -> new ConfirmAuthorization(
                asked.cardPaymentId(),
                asked.attempt(),
                asked.amount(),
                reference,
                town.now().plus(AUTHORIZATION_LASTS),
                town.now()));
        town.later(Duration.ofDays(1), () -> town.forget(asked.cardPaymentId()));
    }

    private void payOut(PayoutRequested asked) {
        boolean arrives = !dice.perMille(15);
        town.later(
                Duration.ofSeconds(dice.between(1, 90_000)),
                () -> town.ask(
                        arrives
                                ? new ConfirmPayout(
                                        asked.earningsId(),
                                        asked.payoutId(),
                                        "sbxp_" + asked.payoutId().suffix(),
                                        town.now())
                                : new FailPayout(
                                        asked.earningsId(), asked.payoutId(), PayoutFailure.DECLINED, town.now())));
    }

    private void someDay(long days, Runnable work) {
        town.plan(town.now().plus(Duration.ofHours(24 * days + dice.between(1, 48))), work);
    }
}
