package dev.earshot.query.ledger.entry;

import dev.earshot.api.pricing.Pocket;

/**
 * A pack in a wallet, and how much of it is gone. What is recognised of its price is a function of the units gone and of
 * nothing else, so it comes to the whole price whatever the steps: {@code floor(price × gone / units)}.
 *
 * @param lot where it is in its pocket
 * @param topUp the payment that brought it
 * @param price what it cost, minor units
 * @param units what it had
 * @param gone what of that is used, lost or taken back
 */
public record Parcel(Pocket pocket, String lot, String topUp, String currency, long price, long units, long gone) {
    /** Whether it is in this lot of this pocket. */
    public boolean isIn(Pocket wanted, String wantedLot) {
        return pocket == wanted && lot.equals(wantedLot);
    }

    /** How many of its units are not gone. */
    public long left() {
        return units - gone;
    }

    /** The part of the price that is not recognised. */
    public long deferred() {
        return price - Math.multiplyExact(price, gone) / units;
    }

    /** This parcel when so many more are gone; fewer for a number below zero. */
    public Parcel without(long more) {
        return new Parcel(pocket, lot, topUp, currency, price, units, gone + more);
    }
}
