package dev.earshot.app.lives;

/** What a payment provider tells of one payment, in this order. */
public enum Telling {
    PAID,
    PAID_TWICE,
    DECLINED,
    DECLINED_THEN_PAID,
    PAID_THEN_DECLINED,
    ANOTHER_AMOUNT_THEN_PAID;

    /** Whether the money comes in the end. */
    public boolean paid() {
        return this != DECLINED;
    }
}
