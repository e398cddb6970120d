package dev.earshot.saga.topup;

import dev.earshot.api.account.AccountCommand.KeepPack;
import dev.earshot.api.topup.TopUpEvent.PackPaid;
import dev.earshot.api.topup.TopUpEvent.PackReversed;
import dev.earshot.api.topup.TopUpEvent.TopUpPaid;
import dev.earshot.api.topup.TopUpEvent.TopUpReversed;
import dev.earshot.api.wallet.WalletCommand.CreditPack;
import dev.earshot.api.wallet.WalletCommand.CreditTopUp;
import dev.earshot.api.wallet.WalletCommand.ReversePack;
import dev.earshot.api.wallet.WalletCommand.ReverseTopUp;
import dev.earshot.platform.command.FollowUps;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Credits what was paid, and takes what goes back. The wallet credits each top-up once, however often it is told, and
 * follows only the latest of what has gone back.
 */
@Component
@ProcessingGroup("top-up-routing")
@DisallowReplay
class TopUpRouting {
    private final FollowUps followUps;

    TopUpRouting(FollowUps followUps) {
        this.followUps = followUps;
    }

    @EventHandler
    void on(TopUpPaid fact) {
        followUps.send(new CreditTopUp(fact.walletId(), fact.topUpId(), fact.amount(), fact.at()));
    }

    @EventHandler
    void on(PackPaid fact) {
        followUps.send(new CreditPack(fact.walletId(), fact.topUpId(), fact.pack(), fact.at()));
        followUps.send(new KeepPack(fact.walletId().accountId(), fact.pack().version(), fact.at()));
    }

    @EventHandler
    void on(TopUpReversed fact) {
        var reversal = fact.reversal();
        followUps.send(new ReverseTopUp(
                fact.walletId(), fact.topUpId(), fact.paid(), reversal.inAll(), reversal.revision(), fact.at()));
    }

    @EventHandler
    void on(PackReversed fact) {
        var reversal = fact.reversal();
        followUps.send(new ReversePack(
                fact.walletId(), fact.topUpId(), fact.pack(), reversal.inAll(), reversal.revision(), fact.at()));
    }
}
