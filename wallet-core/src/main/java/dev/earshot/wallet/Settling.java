package dev.earshot.wallet;

import static dev.earshot.api.pricing.Leg.NO_LOT;

import dev.earshot.api.id.CallId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.api.wallet.WalletEvent.BalanceLow;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.ReceivablePaid;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * What time and free funds bring by themselves. A lot that expires takes with it all that no hold has set aside; what comes
 * back from a hold later expires then. Whatever money becomes available pays debts before anything else, and whatever is
 * left extends starving holds at once, in the order they starved. Whoever watches the balance is told once when it gets low.
 */
record Settling(Contents wallet, Consumer<WalletEvent> facts) {
    void settleUp(Instant at) {
        wallet.pockets.expired(at).forEach(lot -> facts.accept(lot.expired(wallet.id, at)));
        wallet.payments
                .debts
                .payableWith(wallet.pockets.available(Pocket.CASH, NO_LOT))
                .forEach((reference, minor) ->
                        facts.accept(new ReceivablePaid(wallet.id, reference, wallet.money(minor), at)));
        for (CallId callId : List.copyOf(wallet.starving.keySet())) {
            grow(callId, wallet.starving.get(callId), at);
        }
        tellIfLow(at);
    }

    /** Whether anything could be added to what a running call was granted. */
    boolean grow(CallId callId, long wantedSeconds, Instant at) {
        Hold hold = wallet.holds.get(callId);
        openDay(hold.terms(), at);
        Grant longer = wallet.pockets.lengthen(callId, hold.grant(), hold.terms(), wantedSeconds, at);
        if (longer.seconds() == hold.grant().seconds()) {
            return false;
        }
        facts.accept(new HoldExtended(wallet.id, callId, longer, at));
        return true;
    }

    /** A day's allowance is given when the first call of the day asks for it, and to nobody who does not call. */
    void openDay(Terms terms, Instant at) {
        if (terms.burns(Pocket.ALLOWANCE)) {
            wallet.allowances.due(wallet.id, at).ifPresent(facts);
        }
    }

    void tellIfLow(Instant at) {
        long cash = wallet.pockets.cash();
        if (wallet.watch.isLow(cash)) {
            Money left = wallet.money(wallet.watch.left(cash));
            facts.accept(new BalanceLow(wallet.id, left, wallet.money(wallet.watch.threshold()), at));
        }
    }
}
