package dev.earshot.api.id;

/** Names one taking back of what a listener had earned. */
public record ClawbackId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "clw_";

    public ClawbackId {
        IdRule.check(PREFIX, value);
    }

    /** The one that follows from the change of this number in what this payment brought its listener. */
    public static ClawbackId of(CardPaymentId payment, int change) {
        return new ClawbackId(PREFIX + payment.suffix() + "x" + change);
    }

    @Override
    public String toString() {
        return value;
    }
}
