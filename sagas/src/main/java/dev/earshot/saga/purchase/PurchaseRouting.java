package dev.earshot.saga.purchase;

import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.purchase.PurchaseEvent.ClaimRefunded;
import dev.earshot.api.purchase.PurchaseEvent.PackClaimed;
import dev.earshot.api.topup.TopUpCommand.RecordPackPaid;
import dev.earshot.api.topup.TopUpCommand.RecordRefund;
import dev.earshot.platform.command.FollowUps;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** What was bought outside becomes a top-up that is paid already; from there on it is like any other. */
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
}
