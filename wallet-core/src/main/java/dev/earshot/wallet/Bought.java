package dev.earshot.wallet;

import dev.earshot.api.id.TopUpId;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.Pocket;

/**
 * What a payment brought into a wallet, and what it cost. Cash is a pack whose units are its price. Here, and nowhere
 * else, it is decided how a part of a price is rounded to units and units to a part of the price.
 *
 * @param lot where it is in its pocket
 */
record Bought(Pocket pocket, String lot, long units, long price) {
    /** Talked away as it was paid: nothing of it can be taken, so all that goes back is owed. */
    static final Bought TALKED = cash(1);

    static Bought cash(long minor) {
        return new Bought(Pocket.CASH, Leg.NO_LOT, minor, minor);
    }

    static Bought pack(TopUpId topUp, Pack pack) {
        return new Bought(
                pack.pocket(),
                Purse.lotOf(topUp, pack),
                pack.units(),
                pack.price().minor());
    }

    /**
     * How many units go with so much of the price: rounded up, for whoever gets money back gives units for it. For what cost
     * nothing no money goes back.
     */
    long unitsFor(long minor) {
        return price == 0 ? 0 : -Math.floorDiv(-Math.multiplyExact(units, minor), price);
    }

    /** What so many units answer for: rounded up, for nobody owes more than what units did not answer for. */
    long worthOf(long unitsTaken) {
        return -Math.floorDiv(-Math.multiplyExact(price, unitsTaken), units);
    }
}
