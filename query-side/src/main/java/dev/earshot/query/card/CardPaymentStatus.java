package dev.earshot.query.card;

/** What those who watch over the money look for among card payments. */
enum CardPaymentStatus {
    /** Asked for, authorized, being captured or let go: nothing is settled. */
    OPEN,
    /** The provider is asked what the last request came to. */
    UNKNOWN,
    /** Nothing was taken: declined, let go, lapsed or waived. */
    NOTHING_TAKEN,
    /** Captured, and nothing has gone back. */
    CAPTURED,
    /** A part of it, or all, was given back. */
    REFUNDED,
    /** A dispute is open. */
    DISPUTED,
    /** The member was made to owe it, by a failed capture or a lost dispute; their wallet tells what is paid of it. */
    RECEIVABLE;

    static CardPaymentStatus of(CardPaymentState payment) {
        return switch (payment.stage) {
            case REQUESTED, AUTHORIZED, CAPTURING, VOIDING -> OPEN;
            case UNKNOWN -> UNKNOWN;
            case DECLINED, VOIDED, EXPIRED -> NOTHING_TAKEN;
            case OWED -> RECEIVABLE;
            case CAPTURED -> ofCaptured(payment);
        };
    }

    private static CardPaymentStatus ofCaptured(CardPaymentState payment) {
        if (payment.hasOpenDispute()) {
            return DISPUTED;
        }
        if (payment.owed > 0) {
            return RECEIVABLE;
        }
        return payment.refunded > 0 ? REFUNDED : CAPTURED;
    }
}
