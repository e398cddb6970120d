package dev.earshot.query.wallet;

import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Unit;
import java.time.Instant;

/**
 * One pocket, or one lot of it.
 *
 * @param lot empty where the pocket has no lots
 * @param balance in {@code unit}; what is held is part of it
 * @param expiresAt when the rest of the lot is lost; null for what never is
 */
record PocketBalance(Pocket pocket, String lot, Unit unit, long balance, long held, Instant expiresAt) {
    PocketBalance changed(long balanceDelta, long heldDelta) {
        return new PocketBalance(
                pocket, lot, unit, Math.addExact(balance, balanceDelta), Math.addExact(held, heldDelta), expiresAt);
    }

    PocketBalance expiringAt(Instant moment) {
        return new PocketBalance(pocket, lot, unit, balance, held, moment);
    }

    boolean isSpent() {
        return balance == 0 && held == 0 && !lot.isEmpty() && pocket != Pocket.ALLOWANCE;
    }

    /** A day's allowance stays though it is used up, for there is no other on that day. */
    boolean isUsedUpDay() {
        return balance == 0 && held == 0 && pocket == Pocket.ALLOWANCE;
    }

    /** Whether it is the allowance of a day that is over, and nothing of it is in use. */
    boolean isPastDay(Instant now) {
        return pocket == Pocket.ALLOWANCE && held == 0 && !now.isBefore(expiresAt);
    }

    /** What can still be held at this moment: an expired lot offers nothing, even before the log says that it is gone. */
    long availableAt(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt) ? balance - held : 0;
    }
}
