package dev.earshot.saga.purchase;

import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.membership.MembershipCommand.RecordSubscription;
import dev.earshot.api.purchase.PurchaseEvent.ClaimDisputed;
import dev.earshot.api.purchase.PurchaseEvent.ClaimRefunded;
import dev.earshot.api.purchase.PurchaseEvent.PackClaimed;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionClaimed;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionWentOn;
import dev.earshot.api.topup.TopUpCommand;
import dev.earshot.api.topup.TopUpCommand.LoseDispute;
import dev.earshot.api.topup.TopUpCommand.OpenDispute;
import dev.earshot.api.topup.TopUpCommand.RecordPackPaid;
import dev.earshot.api.topup.TopUpCommand.RecordRefund;
import dev.earshot.api.topup.TopUpCommand.WinDispute;
import dev.earshot.platform.command.FollowUps;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * A pack bought outside becomes a top-up that is paid already, and a subscription a part of the membership; from there on
 * they are like any other.
 */
@Component
@ProcessingGroup("purchase-routing")
@DisallowReplay
class PurchaseRouting {
    private final FollowUps followUps;

    PurchaseRouting(FollowUps followUps) {
        this.followUps = followUps;
    }

    @EventHandler
    void on(PackClaimed fact) {
        followUps.send(new RecordPackPaid(
                TopUpId.of(fact.purchaseId()),
                WalletId.of(fact.accountId()),
                fact.pack(),
                fact.reference(),
                fact.at()));
    }

    @EventHandler
    void on(ClaimRefunded fact) {
        followUps.send(new RecordRefund(TopUpId.of(fact.purchaseId()), fact.inAll(), fact.at()));
    }

    @EventHandler
    void on(ClaimDisputed fact) {
        followUps.send(disputed(TopUpId.of(fact.purchaseId()), fact));
    }

    @EventHandler
    void on(StoreSubscriptionClaimed fact) {
        followUps.send(new RecordSubscription(MembershipId.of(fact.accountId()), fact.known(), fact.at()));
    }

    @EventHandler
    void on(StoreSubscriptionWentOn fact) {
        followUps.send(new RecordSubscription(MembershipId.of(fact.accountId()), fact.known(), fact.at()));
    }

    private static TopUpCommand disputed(TopUpId topUp, ClaimDisputed fact) {
        return switch (fact.verdict()) {
            case OPEN -> new OpenDispute(topUp, fact.dispute(), fact.amount(), fact.at());
            case LOST -> new LoseDispute(topUp, fact.dispute(), fact.amount(), fact.at());
            case WON -> new WinDispute(topUp, fact.dispute(), fact.amount(), fact.at());
        };
    }
}
