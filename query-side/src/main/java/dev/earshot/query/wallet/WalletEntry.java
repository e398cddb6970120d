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
 * @param topUpId the top-up that was credited or taken back, or null
 * @param owed signed, by how much what the member owes has changed; or null
 * @param reference what that is owed for, or null
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
        Long owed,
        String reference,
        Instant at) {
    /** The same, with what it changed of the member's debts. */
    WalletEntry owing(long owedDelta, String owedFor) {
        return new WalletEntry(
                walletId, position, line, kind, pocket, lot, unit, amount, balance, callId, topUpId, owedDelta, owedFor,
                at);
    }

    /** What changed the balance. */
    enum Kind {
        TOP_UP,
        CALL,
        PROMO,
        PROMO_EXPIRED,
        PURCHASE,
        PACK_EXPIRED,
        /** A payment went back, by a refund or a dispute. */
        REFUND,
        /** The refund failed, or the dispute was won. */
        REFUND_UNDONE,
        RECEIVABLE,
        RECEIVABLE_PAID,
        RECEIVABLE_CANCELLED,
        ALLOWANCE,
        ALLOWANCE_LAPSED
    }
}
