package dev.earshot.command.card;

/**
 * What a captured payment brought its listener, and what of that they have lost again. Immutable.
 *
 * @param whole what the payment brought, minor units
 * @param fetched what the provider has fetched from the listener's account by refunds, those that came back included
 * @param lost what the listener owes for lost disputes, by all that was told of it
 * @param restored what of both was given back
 * @param changes how often any of this has changed
 */
record Share(long whole, long fetched, long lost, long restored, int changes) {
    static Share of(long whole) {
        return new Share(whole, 0, 0, 0, 0);
    }

    /** The listener's share of this part of a payment of {@code captured}: rounded down, for they lose no more than came. */
    long of(long part, long captured) {
        return Math.floorDiv(Math.multiplyExact(whole, part), captured);
    }

    /** What the listener has lost in all and not got back. */
    long taken() {
        return fetched + lost - restored;
    }

    Share fetching(long more) {
        return new Share(whole, fetched + more, lost, restored, changes + 1);
    }

    Share losing(long more) {
        return new Share(whole, fetched, lost + more, restored, changes + 1);
    }

    Share restoring(long more) {
        return new Share(whole, fetched, lost, restored + more, changes + 1);
    }
}
