package dev.earshot.api.earnings;

/**
 * A listener's coins of one currency, in minor units: what came and was taken ever since, and where the rest is. The one
 * law: {@code earned + bonuses − penalties − clawedBack = pending + available + inPayout + paidOut}.
 *
 * @param earned credited for calls
 * @param bonuses credited for activity
 * @param penalties taken by supervisors and not given back
 * @param clawedBack taken back after lost disputes, and by refunds that listeners bear their share of
 * @param pending credited, and not yet available
 * @param available may be paid out; below zero while more was taken than was there
 * @param inPayout on its way to the listener
 * @param paidOut with the listener, by payouts and by payments that went there directly
 */
public record Coins(
        long earned,
        long bonuses,
        long penalties,
        long clawedBack,
        long pending,
        long available,
        long inPayout,
        long paidOut) {
    /** No coins yet. */
    public static final Coins NONE = new Coins(0, 0, 0, 0, 0, 0, 0, 0);

    public Coins {
        long came = Math.addExact(earned, bonuses) - penalties - clawedBack;
        if (came != pending + available + inPayout + paidOut || pending < 0 || inPayout < 0 || paidOut < 0) {
            throw new IllegalStateException("coins were made or lost: " + came + " came, but there are " + pending
                    + " pending, " + available + " available, " + inPayout + " in payout, " + paidOut + " paid out");
        }
    }

    /** A call earned this. */
    public Coins credit(long amount) {
        return new Coins(
                Math.addExact(earned, amount),
                bonuses,
                penalties,
                clawedBack,
                Math.addExact(pending, amount),
                available,
                inPayout,
                paidOut);
    }

    /** Activity earned this. */
    public Coins reward(long amount) {
        return new Coins(
                earned,
                Math.addExact(bonuses, amount),
                penalties,
                clawedBack,
                Math.addExact(pending, amount),
                available,
                inPayout,
                paidOut);
    }

    /** So much has been pending for long enough. */
    public Coins mature(long amount) {
        return new Coins(
                earned,
                bonuses,
                penalties,
                clawedBack,
                pending - amount,
                Math.addExact(available, amount),
                inPayout,
                paidOut);
    }

    /** A penalty takes this. */
    public Coins penalise(long amount) {
        return new Coins(
                earned,
                bonuses,
                Math.addExact(penalties, amount),
                clawedBack,
                pending,
                Math.subtractExact(available, amount),
                inPayout,
                paidOut);
    }

    /** A penalty of this is reversed. */
    public Coins pardon(long amount) {
        return penalise(-amount);
    }

    /** A lost dispute takes this. */
    public Coins clawBack(long amount) {
        return new Coins(
                earned,
                bonuses,
                penalties,
                Math.addExact(clawedBack, amount),
                pending,
                Math.subtractExact(available, amount),
                inPayout,
                paidOut);
    }

    /** What was clawed back is given back. */
    public Coins restore(long amount) {
        return clawBack(-amount);
    }

    /** What a payment had brought to the listener directly was fetched from them. */
    public Coins fetch(long amount) {
        return new Coins(
                earned,
                bonuses,
                penalties,
                Math.addExact(clawedBack, amount),
                pending,
                available,
                inPayout,
                paidOut - amount);
    }

    /** A payment brought this to the listener directly. */
    public Coins settle(long amount) {
        return new Coins(
                earned,
                bonuses,
                penalties,
                clawedBack,
                pending,
                Math.subtractExact(available, amount),
                inPayout,
                Math.addExact(paidOut, amount));
    }

    /** This leaves in a payout. */
    public Coins send(long amount) {
        return new Coins(
                earned,
                bonuses,
                penalties,
                clawedBack,
                pending,
                Math.subtractExact(available, amount),
                Math.addExact(inPayout, amount),
                paidOut);
    }

    /** A payout of this failed before it arrived. */
    public Coins takeBack(long amount) {
        return send(-amount);
    }

    /** A payout of this arrived. */
    public Coins arrive(long amount) {
        return new Coins(
                earned,
                bonuses,
                penalties,
                clawedBack,
                pending,
                available,
                inPayout - amount,
                Math.addExact(paidOut, amount));
    }

    /** A payout that had arrived was sent back. */
    public Coins bounce(long amount) {
        return new Coins(
                earned,
                bonuses,
                penalties,
                clawedBack,
                pending,
                Math.addExact(available, amount),
                inPayout,
                paidOut - amount);
    }
}
