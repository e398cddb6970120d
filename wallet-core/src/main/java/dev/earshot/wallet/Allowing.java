package dev.earshot.wallet;

import dev.earshot.api.id.WalletId;
import dev.earshot.api.wallet.WalletCommand.AgreeAllowance;
import dev.earshot.api.wallet.WalletCommand.LimitAllowance;
import dev.earshot.api.wallet.WalletCommand.SetDayZone;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.api.wallet.WalletEvent.AllowanceAgreed;
import dev.earshot.api.wallet.WalletEvent.DayZoneSet;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What memberships allow. A membership allows so many seconds a day, also to a wallet that is not opened yet. The day's lot
 * is given when the day's first call asks, and its rest lapses; a better tier adds to a day that is open at once.
 */
record Allowing(Contents wallet, Consumer<WalletEvent> facts) {
    void agree(AgreeAllowance command) {
        Agreement agreement = new Agreement(command.secondsPerDay(), command.zone(), command.until());
        agree(command.walletId(), command.source(), agreement, command.at());
    }

    void limit(LimitAllowance command) {
        wallet.allowances
                .from(command.source())
                .map(agreed -> agreed.limitedTo(command.until()))
                .ifPresent(agreed -> agree(command.walletId(), command.source(), agreed, command.at()));
    }

    void follow(SetDayZone command) {
        if (!wallet.allowances.follow(command.zone())) {
            facts.accept(new DayZoneSet(command.walletId(), command.zone(), command.at()));
        }
    }

    private void agree(WalletId walletId, String source, Agreement agreement, Instant at) {
        if (wallet.allowances.from(source).filter(agreement::equals).isEmpty()) {
            facts.accept(new AllowanceAgreed(
                    walletId, source, agreement.secondsPerDay(), agreement.zone(), agreement.until(), at));
            wallet.allowances.raise(wallet.id, at).ifPresent(facts);
            new Settling(wallet, facts).settleUp(at);
        }
    }
}
