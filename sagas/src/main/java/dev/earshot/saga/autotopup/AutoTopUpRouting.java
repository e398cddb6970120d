package dev.earshot.saga.autotopup;

import dev.earshot.api.autotopup.AutoTopUpCommand.ConfirmAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpCommand.DeclineAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpCommand.MeetLowBalance;
import dev.earshot.api.autotopup.AutoTopUpCommand.SuspendAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpArmed;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpDeclined;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpPaid;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpPutOff;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpStarted;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpSuspended;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpTurnedOff;
import dev.earshot.api.autotopup.SuspendReason;
import dev.earshot.api.id.AutoTopUpId;
import dev.earshot.api.topup.TopUpCommand.RequestTopUp;
import dev.earshot.api.topup.TopUpEvent.TopUpDeclined;
import dev.earshot.api.wallet.WalletCommand.WatchBalance;
import dev.earshot.api.wallet.WalletEvent.BalanceLow;
import dev.earshot.api.wallet.WalletEvent.PaymentReversed;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import dev.earshot.platform.command.FollowUps;
import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Carries the words between a wallet, its automatic top-up and the payment. A payment is confirmed when its money is in the
 * wallet, not when it is paid: armed earlier, the automatic top-up would hear of a low balance that the money is about to
 * mend, and ask for it twice.
 */
@Component
@ProcessingGroup("top-up-routing")
@DisallowReplay
class AutoTopUpRouting {
    private final FollowUps followUps;
    private final PromiseRows promises;
    private final PromiseSettings settings;
    private final Clock clock;

    AutoTopUpRouting(FollowUps followUps, PromiseRows promises, PromiseSettings settings, Clock clock) {
        this.followUps = followUps;
        this.promises = promises;
        this.settings = settings;
        this.clock = clock;
    }

    @EventHandler
    void on(AutoTopUpArmed fact) {
        promises.keep(fact, clock.instant().plus(settings.watchAgain()));
        followUps.send(new WatchBalance(fact.autoTopUpId().walletId(), fact.threshold(), fact.at()));
    }

    /** Comes before the wallet's word on how little that leaves. */
    @EventHandler
    void on(PaymentReversed fact) {
        if (fact.inAll().isPositive()) {
            followUps.send(
                    new SuspendAutoTopUp(AutoTopUpId.of(fact.walletId()), SuspendReason.PAYMENT_REVERSED, fact.at()));
        }
    }

    @EventHandler
    void on(BalanceLow fact) {
        // Asked for now, whenever it got low: the cap is one of the day on which the money is taken.
        followUps.send(new MeetLowBalance(AutoTopUpId.of(fact.walletId()), fact.left(), clock.instant()));
    }

    @EventHandler
    void on(AutoTopUpStarted fact) {
        promises.keep(fact, clock.instant().plus(settings.askAgain()));
        followUps.send(new RequestTopUp(
                fact.topUpId(), fact.autoTopUpId().walletId(), fact.amount(), fact.method(), fact.at()));
    }

    @EventHandler
    void on(TopUpCredited fact) {
        if (fact.topUpId().isAutomatic()) {
            followUps.send(new ConfirmAutoTopUp(AutoTopUpId.of(fact.walletId()), fact.topUpId(), fact.at()));
        }
    }

    @EventHandler
    void on(TopUpDeclined fact) {
        if (fact.topUpId().isAutomatic()) {
            followUps.send(new DeclineAutoTopUp(AutoTopUpId.of(fact.walletId()), fact.topUpId(), fact.at()));
        }
    }

    @EventHandler
    void on(AutoTopUpPutOff fact) {
        promises.keep(fact, fact.until());
    }

    @EventHandler
    void on(AutoTopUpPaid fact) {
        promises.forget(fact.autoTopUpId());
    }

    @EventHandler
    void on(AutoTopUpDeclined fact) {
        promises.forget(fact.autoTopUpId());
    }

    @EventHandler
    void on(AutoTopUpTurnedOff fact) {
        promises.forgetUnlessStarted(fact.autoTopUpId());
    }

    @EventHandler
    void on(AutoTopUpSuspended fact) {
        promises.forgetUnlessStarted(fact.autoTopUpId());
    }
}
