package dev.earshot.query.wallet;

import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Unit;
import java.time.Instant;

/**
 * One change of one pocket's balance.
 *
 * @param line tells several changes by one event apart
 * @param amount signed, in {@code unit}
 * @param balance of the pocket, or of the lot, right after
 * @param callId the call that was paid, or null
 * @param topUpId the top-up that was credited, or null
 */
record WalletEntry(
        String walletId,
        long position,
        int line,
        Kind kind,
        Pocket pocket,
        String lot,
        Unit unit,
        long amount,
        long balance,
        String callId,
        String topUpId,
        Instant at) {
    /** What changed the balance. */
    enum Kind {
        TOP_UP,
        CALL,
        PROMO,
        PROMO_EXPIRED,
        PURCHASE,
        PACK_EXPIRED,
        REFUND
    }
}
