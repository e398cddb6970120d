package dev.earshot.wallet;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.person.Remains;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.api.wallet.WalletEvent.BalanceLow;
import dev.earshot.api.wallet.WalletEvent.BalanceWatched;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldExtensionDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import dev.earshot.api.wallet.WalletEvent.WalletOpened;
import dev.earshot.memory.Recent;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is in a wallet: everything it owns, and what running calls have set aside of it. Only facts change it; those who
 * decide read it.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Contents {
    WalletId id;
    Currency currency; // Absent until it is opened.
    Pockets pockets = Pockets.empty();
    Graces graces = Graces.none();
    Allowances allowances = Allowances.none();
    Watch watch = Watch.none();
    Map<CallId, Hold> holds = new LinkedHashMap<>();
    Map<CallId, Long> starving = new LinkedHashMap<>();
    Recent<CallId> closed = Recent.atMost(Payments.REMEMBERED);

    @JsonUnwrapped
    Payments payments = new Payments();

    /** The same, which goes its own way from now on. */
    Contents copy() {
        Contents copy = new Contents();
        copy.id = id;
        copy.currency = currency;
        copy.pockets = pockets;
        copy.graces = graces;
        copy.allowances = allowances;
        copy.watch = watch;
        copy.holds = new LinkedHashMap<>(holds);
        copy.starving = new LinkedHashMap<>(starving);
        copy.closed = closed.copy();
        copy.payments = payments.copy();
        return copy;
    }

    boolean isOpen() {
        return currency != null;
    }

    Money money(long minor) {
        return new Money(minor, currency);
    }

    /** Promotions and what a membership allows were never paid for; they are nothing to be given up. */
    Remains remains() {
        List<Money> left = isOpen() && pockets.cash() > 0 ? List.of(money(pockets.cash())) : List.of();
        return new Remains(!holds.isEmpty(), payments.debts.areOpen(), false, left, pockets.hasPacks());
    }

    /** Each part takes what concerns it from a fact; those about calls change several parts at once. */
    void on(WalletEvent event) {
        id = event.walletId();
        pockets = pockets.after(event);
        allowances = allowances.after(event);
        payments.on(event);
        if (event instanceof WalletOpened opened) {
            currency = opened.currency();
        } else if (event instanceof HoldPlaced placed) {
            on(placed);
        } else if (event instanceof HoldDeclined declined) {
            close(declined.callId());
        } else if (event instanceof HoldExtended extended) {
            on(extended);
        } else if (event instanceof HoldExtensionDeclined declined) {
            on(declined);
        } else if (event instanceof HoldCaptured captured) {
            settle(captured.callId(), captured.charges());
        } else if (event instanceof HoldReleased released) {
            settle(released.callId(), List.of());
        } else if (event instanceof BalanceWatched watched) {
            watch = watch.below(watched.threshold().minor());
        } else if (event instanceof BalanceLow) {
            watch = watch.below(0);
        }
    }

    private void on(HoldPlaced event) {
        Hold hold = new Hold(event.terms(), event.grant(), event.at());
        pockets = pockets.hold(Grant.NONE, event.grant());
        graces = hold.hasGrace() ? graces.use(event.at()) : graces;
        holds.put(event.callId(), hold);
    }

    private void on(HoldExtended event) {
        Hold hold = holds.get(event.callId());
        pockets = pockets.hold(hold.grant(), event.grant());
        watch = watch.asksForMore(event.callId(), hold.cash());
        holds.put(event.callId(), hold.grown(event.grant()));
        starving.remove(event.callId());
    }

    private void on(HoldExtensionDeclined event) {
        Hold hold = holds.get(event.callId());
        watch = watch.asksForMore(event.callId(), hold.cash());
        starving.put(event.callId(), event.wantedSeconds());
    }

    private void settle(CallId callId, List<Charge> charges) {
        Hold hold = holds.remove(callId);
        if (hold != null) { // Else it is released before it was placed: from now on it never will be.
            pockets = pockets.settle(hold.grant(), charges);
            boolean graceReached = charges.stream().anyMatch(charge -> charge.pocket() == Pocket.GRACE);
            graces = hold.hasGrace() && !graceReached ? graces.giveBack(hold.placedAt()) : graces;
        }
        starving.remove(callId);
        watch = watch.over(callId);
        close(callId);
    }

    private void close(CallId callId) {
        closed.remember(callId);
        pockets = pockets.withoutCardsOf(callId);
    }
}
