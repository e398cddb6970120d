package dev.earshot.wallet;

/**
 * How the owner of a wallet has answered for a payment that went back: with units that were taken, with money paid for a
 * debt, and with what is still owed. Immutable. What went back is the sum of the three; units are worth their part of the
 * price, rounded up.
 *
 * @param revision the latest change known
 * @param inAll how much of the payment has gone back
 * @param units what was taken of what the payment had brought
 * @param paid what money has paid of the debt
 */
record TakenBack(long revision, long inAll, long units, long paid) {
    static final TakenBack NOTHING = new TakenBack(0, 0, 0, 0);

    /**
     * What has to be done next.
     *
     * @param take units to be taken
     * @param owe more to be owed
     * @param cancel no longer owed
     * @param givePaid money to be given back of what was paid of the debt
     * @param giveUnits units to be given back
     */
    record Step(long take, long owe, long cancel, long givePaid, long giveUnits) {}

    /**
     * The step to this sum. Where it leads depends on the sum and on what could be taken, and not on the sums before it.
     *
     * @param available what of the units bought can be taken
     * @param owed what is owed for this payment
     */
    Step to(long sum, Bought bought, long available, long owed) {
        long change = sum > inAll ? taking(sum, bought, available) : Math.min(0, bought.unitsFor(sum) - units);
        long debt = Math.max(0, sum - bought.worthOf(units + change));
        long more = Math.min(debt - owed - paid, Math.max(0, sum - inAll));
        long cancel = Math.min(owed, Math.max(0, -more));
        long givePaid = Math.min(paid, Math.max(0, -more - cancel));
        return new Step(Math.max(0, change), Math.max(0, more), cancel, givePaid, Math.max(0, -change));
    }

    private long taking(long sum, Bought bought, long available) {
        long wanted = Math.min(bought.unitsFor(sum) - bought.unitsFor(inAll), bought.units() - units);
        return Math.max(0, Math.min(available, wanted));
    }

    TakenBack at(long revisionNow, long sum) {
        return new TakenBack(revisionNow, sum, units, paid);
    }

    TakenBack taking(long more) {
        return new TakenBack(revision, inAll, units + more, paid);
    }

    TakenBack paying(long minor) {
        return new TakenBack(revision, inAll, units, paid + minor);
    }
}
