package dev.earshot.saga.card;

import dev.earshot.api.card.CardPaymentEvent.CardCaptured;
import dev.earshot.api.card.CardPaymentEvent.CardReceivableRaised;
import dev.earshot.api.card.CardReversalEvent;
import dev.earshot.api.card.CardReversalEvent.CardPaymentReversed;
import dev.earshot.api.card.CardReversalEvent.ListenerShareFetched;
import dev.earshot.api.card.CardReversalEvent.ListenerShareLost;
import dev.earshot.api.card.CardReversalEvent.ListenerShareRestored;
import dev.earshot.api.earnings.EarningsCommand.ClawBackEarnings;
import dev.earshot.api.earnings.EarningsCommand.ReturnClawback;
import dev.earshot.api.earnings.EarningsCommand.SettleByDestination;
import dev.earshot.api.earnings.EarningsCommand.TakeBackDirectly;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.wallet.WalletCommand.OweForCard;
import dev.earshot.api.wallet.WalletCommand.RaiseReceivable;
import dev.earshot.platform.command.FollowUps;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * The listener is credited by the call's billing, whatever becomes of the card. What the card's money brought to their account
 * directly is counted as paid; what it never brought stays payable, and until the member has paid it the platform bears it.
 * What goes back later follows the same ways: the member owes what their bank has taken, the listener their share of it.
 */
@Component
@ProcessingGroup("card-routing")
@DisallowReplay
class CardRouting {
    private final FollowUps followUps;

    CardRouting(FollowUps followUps) {
        this.followUps = followUps;
    }

    @EventHandler
    void on(CardCaptured fact) {
        Money brought = fact.amount().minus(fact.fee());
        if (brought.isPositive()) {
            followUps.send(new SettleByDestination(
                    EarningsId.of(fact.parties().listenerId()),
                    fact.callId(),
                    fact.cardPaymentId().value(),
                    brought,
                    fact.at()));
        }
    }

    @EventHandler
    void on(CardReceivableRaised fact) {
        followUps.send(new RaiseReceivable(
                WalletId.of(fact.parties().memberId()), fact.cardPaymentId().value(), fact.amount(), fact.at()));
    }

    @EventHandler
    void on(CardPaymentReversed fact) {
        followUps.send(new OweForCard(
                WalletId.of(fact.parties().memberId()),
                fact.cardPaymentId(),
                fact.owed(),
                fact.reversal().revision(),
                fact.at()));
    }

    @EventHandler
    void on(ListenerShareLost fact) {
        followUps.send(
                new ClawBackEarnings(earningsOf(fact), fact.clawbackId(), fact.callId(), fact.amount(), fact.at()));
    }

    @EventHandler
    void on(ListenerShareFetched fact) {
        followUps.send(
                new TakeBackDirectly(earningsOf(fact), fact.clawbackId(), fact.callId(), fact.amount(), fact.at()));
    }

    @EventHandler
    void on(ListenerShareRestored fact) {
        followUps.send(
                new ReturnClawback(earningsOf(fact), fact.clawbackId(), fact.callId(), fact.amount(), fact.at()));
    }

    private static EarningsId earningsOf(CardReversalEvent fact) {
        return EarningsId.of(fact.parties().listenerId());
    }
}
