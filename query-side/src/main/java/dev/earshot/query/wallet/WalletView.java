package dev.earshot.query.wallet;

import dev.earshot.api.wallet.WalletEvent.AllowanceGranted;
import dev.earshot.api.wallet.WalletEvent.AllowanceLapsed;
import dev.earshot.api.wallet.WalletEvent.CashGivenBack;
import dev.earshot.api.wallet.WalletEvent.CashTakenBack;
import dev.earshot.api.wallet.WalletEvent.DebtGivenBack;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import dev.earshot.api.wallet.WalletEvent.PackCredited;
import dev.earshot.api.wallet.WalletEvent.PackExpired;
import dev.earshot.api.wallet.WalletEvent.PackGivenBack;
import dev.earshot.api.wallet.WalletEvent.PackTakenBack;
import dev.earshot.api.wallet.WalletEvent.PromoExpired;
import dev.earshot.api.wallet.WalletEvent.PromoGranted;
import dev.earshot.api.wallet.WalletEvent.ReceivableCancelled;
import dev.earshot.api.wallet.WalletEvent.ReceivablePaid;
import dev.earshot.api.wallet.WalletEvent.ReceivableRaised;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import dev.earshot.api.wallet.WalletEvent.WalletOpened;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.LogEntry;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** What does a wallet hold, and what changed it? */
@Component
@ProcessingGroup("wallet-view")
class WalletView {
    private final WalletRows rows;
    private final Fold<WalletState> wallets;

    WalletView(WalletRows rows) {
        this.rows = rows;
        this.wallets = new Fold<>("wallet_view", rows, WalletState::new);
    }

    @EventHandler
    void on(WalletOpened event, LogEntry entry) {
        wallets.change(event.walletId().value(), entry, wallet -> wallet.on(event));
    }

    @EventHandler
    void on(TopUpCredited event, LogEntry entry) {
        wallets.change(event.walletId().value(), entry, wallet -> wallet.on(event));
    }

    @EventHandler
    void on(PromoGranted event, LogEntry entry) {
        wallets.change(event.walletId().value(), entry, wallet -> wallet.on(event));
    }

    @EventHandler
    void on(PromoExpired event, LogEntry entry) {
        wallets.change(event.walletId().value(), entry, wallet -> wallet.on(event));
    }

    @EventHandler
    void on(PackTakenBack event, LogEntry entry) {
        wallets.change(event.walletId().value(), entry, wallet -> wallet.on(event));
    }

    @EventHandler
    void on(PackExpired event, LogEntry entry) {
        wallets.change(event.walletId().value(), entry, wallet -> wallet.on(event));
    }

    @EventHandler
    void on(PackCredited event, LogEntry entry) {
        wallets.change(event.walletId().value(), entry, wallet -> wallet.on(event));
    }

    @EventHandler
    void on(ReceivableRaised event, LogEntry entry) {
        wallets.change(event.walletId().value(), entry, wallet -> wallet.on(event));
    }

    @EventHandler
    void on(ReceivablePaid event, LogEntry entry) {
        wallets.change(event.walletId().value(), entry, wallet -> wallet.on(event));
    }

    @EventHandler
    void on(PackGivenBack event, LogEntry entry) {
        wallets.change(event.walletId().value(), entry, wallet -> wallet.on(event));
    }

    @EventHandler
    void on(CashTakenBack event, LogEntry entry) {
        wallets.change(event.walletId().value(), entry, wallet -> wallet.on(event));
    }

    @EventHandler
    void on(CashGivenBack event, LogEntry entry) {
        wallets.change(event.walletId().value(), entry, wallet -> wallet.on(event));
    }

    @EventHandler
    void on(DebtGivenBack event, LogEntry entry) {
        wallets.change(event.walletId().value(), entry, wallet -> wallet.on(event));
    }

    @EventHandler
    void on(ReceivableCancelled event, LogEntry entry) {
        wallets.change(event.walletId().value(), entry, wallet -> wallet.on(event));
    }

    @EventHandler
    void on(HoldPlaced event, LogEntry entry) {
        wallets.change(event.walletId().value(), entry, wallet -> wallet.on(event));
    }

    @EventHandler
    void on(HoldExtended event, LogEntry entry) {
        wallets.change(event.walletId().value(), entry, wallet -> wallet.on(event));
    }

    @EventHandler
    void on(HoldCaptured event, LogEntry entry) {
        wallets.change(event.walletId().value(), entry, wallet -> wallet.on(event));
    }

    @EventHandler
    void on(HoldReleased event, LogEntry entry) {
        wallets.change(event.walletId().value(), entry, wallet -> wallet.on(event));
    }

    @EventHandler
    void on(AllowanceGranted event, LogEntry entry) {
        wallets.change(event.walletId().value(), entry, wallet -> wallet.on(event));
    }

    @EventHandler
    void on(AllowanceLapsed event, LogEntry entry) {
        wallets.change(event.walletId().value(), entry, wallet -> wallet.on(event));
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
