package dev.earshot.api.id;

/** Names one attempt to pay a listener out. */
public record PayoutId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "out_";

    public PayoutId {
        IdRule.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
