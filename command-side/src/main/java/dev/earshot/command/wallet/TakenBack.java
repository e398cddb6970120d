package dev.earshot.command.wallet;

/**
 * How the owner of a wallet has answered for a payment that went back: with units that were taken, with money paid for a
 * debt, and with what is still owed. Immutable. What went back is always the sum of the three, to the unit.
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
     * The step to this sum.
     *
     * @param available what of the units bought can be taken
     * @param owed what is owed for this payment
     */
    Step to(long sum, Bought bought, long available, long owed) {
        return sum > inAll ? taking(sum, bought, available, owed) : giving(inAll - sum, owed);
    }

    private Step taking(long sum, Bought bought, long available, long owed) {
        long wanted = Math.min(bought.unitsFor(sum) - bought.unitsFor(inAll), bought.units() - units);
        long take = Math.max(0, Math.min(available, wanted));
        long missing = Math.max(0, bought.unitsFor(sum) - units - take);
        long due = Math.min(sum, bought.priceOf(missing)) - owed - paid;
        return new Step(take, Math.max(0, Math.min(due, sum - inAll)), 0, 0, 0);
    }

    /** The debt goes first, then what was paid of it, and units last. */
    private Step giving(long back, long owed) {
        long cancel = Math.min(owed, back);
        long givePaid = Math.min(paid, back - cancel);
        long worthOfUnits = inAll - owed - paid;
        long rest = back - cancel - givePaid;
        long giveUnits = rest == 0 ? 0 : Math.floorDiv(Math.multiplyExact(units, rest), worthOfUnits);
        return new Step(0, 0, cancel, givePaid, giveUnits);
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
