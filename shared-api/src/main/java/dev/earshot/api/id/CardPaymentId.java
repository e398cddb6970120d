package dev.earshot.api.id;

/**
 * Names one authorization of a card for one call. It tells which call and the how manieth authorization, so that whoever
 * knows the call needs nothing else to name it.
 */
public record CardPaymentId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "cpay_";

    private static final String NUMBER = "n%03d"; // In the order of the alphabet they are in the order of time.
    private static final char BEFORE_NUMBER = 'n';

    public CardPaymentId {
        IdRule.check(PREFIX, value);
    }

    /** The authorization of this number, 1 for the first, for this call. */
    public static CardPaymentId of(CallId call, int number) {
        return new CardPaymentId(PREFIX + call.suffix() + NUMBER.formatted(number));
    }

    /** Whether it pays for this call, and no other. */
    public boolean isFor(CallId call) {
        return value.substring(PREFIX.length(), value.lastIndexOf(BEFORE_NUMBER))
                .equals(call.suffix());
    }

    /** Which authorization of its call it is, 1 for the first. */
    public int number() {
        return Integer.parseInt(value.substring(value.lastIndexOf(BEFORE_NUMBER) + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
