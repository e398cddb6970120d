package dev.earshot.app.lives;

import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.wallet.WalletEvent.AllowanceGranted;
import dev.earshot.api.wallet.WalletEvent.AllowanceLapsed;
import dev.earshot.api.wallet.WalletEvent.CashGivenBack;
import dev.earshot.api.wallet.WalletEvent.CashTakenBack;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.PackCredited;
import dev.earshot.api.wallet.WalletEvent.PackExpired;
import dev.earshot.api.wallet.WalletEvent.PackGivenBack;
import dev.earshot.api.wallet.WalletEvent.PackTakenBack;
import dev.earshot.api.wallet.WalletEvent.PromoExpired;
import dev.earshot.api.wallet.WalletEvent.PromoGranted;
import dev.earshot.api.wallet.WalletEvent.ReceivablePaid;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What came into each pocket less what left it, by the product's own facts: nothing else can be there. */
final class Tally {
    private final SortedMap<String, Long> pockets = new TreeMap<>();

    /** By pocket and unit, where it is not nothing. */
    static SortedMap<String, Long> of(List<Object> facts) {
        Tally tally = new Tally();
        facts.forEach(tally::enter);
        return tally.rest();
    }

    /** The same of what a picture shows to be in the lots. */
    static SortedMap<String, Long> of(SortedMap<String, String> picture) {
        Tally tally = new Tally();
        picture.forEach((what, words) -> {
            boolean isOwn = what.startsWith("purse ") && !what.startsWith("purse CARD");
            if (isOwn) {
                String pocket = what.substring("purse ".length(), what.indexOf('/'));
                tally.pockets.merge(pocket, Long.valueOf(words.substring(0, words.indexOf(','))), Math::addExact);
            }
        });
        return tally.rest();
    }

    private SortedMap<String, Long> rest() {
        pockets.values().removeIf(units -> units == 0);
        return pockets;
    }

    private void enter(Object fact) {
        if (fact instanceof TopUpCredited it) {
            cash(it.amount().minor());
        } else if (fact instanceof CashTakenBack it) {
            cash(-it.amount().minor());
        } else if (fact instanceof CashGivenBack it) {
            cash(it.amount().minor());
        } else if (fact instanceof ReceivablePaid it) {
            cash(-it.amount().minor());
        } else if (fact instanceof PackCredited it) {
            pack(it.pack(), it.pack().units());
        } else if (fact instanceof PackTakenBack it) {
            pack(it.pack(), -it.units());
        } else if (fact instanceof PackGivenBack it) {
            pack(it.pack(), it.units());
        } else if (fact instanceof PackExpired it) {
            add(it.pocket(), it.unit(), -it.units());
        } else if (fact instanceof PromoGranted it) {
            add(Pocket.PROMO, it.unit(), it.amount());
        } else if (fact instanceof PromoExpired it) {
            add(Pocket.PROMO, it.unit(), -it.amount());
        } else if (fact instanceof AllowanceGranted it) {
            add(Pocket.ALLOWANCE, Unit.SECONDS, it.seconds());
        } else if (fact instanceof AllowanceLapsed it) {
            add(Pocket.ALLOWANCE, Unit.SECONDS, -it.seconds());
        } else if (fact instanceof HoldCaptured it) {
            // What a card lends was never in a pocket of the member's.
            it.charges().stream()
                    .filter(charge -> charge.pocket() != Pocket.CARD)
                    .forEach(this::spend);
        }
    }

    private void spend(Charge charge) {
        add(charge.pocket(), charge.unit(), -charge.charged());
    }

    private void cash(long minor) {
        add(Pocket.CASH, Unit.MONEY, minor);
    }

    private void pack(Pack pack, long units) {
        add(pack.pocket(), pack.unit(), units);
    }

    private void add(Pocket pocket, Unit unit, long units) {
        pockets.merge(pocket + " " + unit, units, Math::addExact);
    }
}
