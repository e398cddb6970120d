package dev.earshot.api.id;

/** Names one penalty of a listener. */
public record PenaltyId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "pen_";

    public PenaltyId {
        IdRule.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
