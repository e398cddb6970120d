package dev.earshot.api.id;

/** Names one lot of promotional seconds or cash. */
public record LotId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "lot_";

    public LotId {
        IdRule.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
