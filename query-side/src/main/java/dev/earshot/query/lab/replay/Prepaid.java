package dev.earshot.query.lab.replay;

import dev.earshot.api.id.LotId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.api.wallet.WalletEvent.PackCredited;
import dev.earshot.api.wallet.WalletEvent.PackExpired;
import dev.earshot.api.wallet.WalletEvent.PackGivenBack;
import dev.earshot.api.wallet.WalletEvent.PackTakenBack;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the tokens and minutes in a wallet had cost. What is used takes its part of that, rounded down, and the last unit takes
 * the rest, so that no more and no less is ever used than was paid. Tokens of several packs share their price evenly.
 */
final class Prepaid {
    private record Store(long units, long price) {
        static final Store EMPTY = new Store(0, 0);

        Store plus(long moreUnits, long more) {
            return new Store(units + moreUnits, price + more);
        }

        long worth(long used) {
            return used >= units ? price : share(price, used, units);
        }

        Store without(long used) {
            return new Store(Math.max(0, units - used), price - worth(used));
        }
    }

    private final Map<String, Store> stores = new HashMap<>();

    /** The same, which is used up apart from this from now on. */
    Prepaid copy() {
        Prepaid copy = new Prepaid();
        copy.stores.putAll(stores);
        return copy;
    }

    void on(WalletEvent event) {
        if (event instanceof PackCredited credit) {
            add(credit.topUpId(), credit.pack(), credit.pack().units());
        } else if (event instanceof PackGivenBack back) {
            add(back.topUpId(), back.pack(), back.units());
        } else if (event instanceof PackTakenBack back) {
            take(key(back.pack().pocket(), lot(back.topUpId(), back.pack())), back.units());
        } else if (event instanceof PackExpired lost) {
            take(key(lost.pocket(), lost.lotId().value()), lost.units());
        }
    }

    /** What the tokens and minutes among these charges had cost; they are used now. */
    long use(List<Charge> charges) {
        long worth = 0;
        for (Charge charge : charges) {
            if (charge.pocket() == Pocket.TOKENS || charge.pocket() == Pocket.MOMENTS) {
                worth = Math.addExact(worth, take(key(charge.pocket(), charge.lot()), charge.charged()));
            }
        }
        return worth;
    }

    private void add(TopUpId topUp, Pack pack, long units) {
        long price = share(pack.price().minor(), units, pack.units());
        stores.merge(
                key(pack.pocket(), lot(topUp, pack)),
                Store.EMPTY.plus(units, price),
                (old, more) -> old.plus(more.units(), more.price()));
    }

    private long take(String key, long units) {
        Store store = stores.getOrDefault(key, Store.EMPTY);
        stores.put(key, store.without(units));
        return store.worth(units);
    }

    private static String lot(TopUpId topUp, Pack pack) {
        return pack.lot(LotId.of(topUp).value());
    }

    private static String key(Pocket pocket, String lot) {
        return pocket + lot;
    }

    private static long share(long price, long part, long whole) {
        return BigInteger.valueOf(price)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }
}
