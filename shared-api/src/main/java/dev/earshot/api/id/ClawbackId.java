package dev.earshot.api.id;

/** Names one taking back of what a listener had earned. */
public record ClawbackId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "clw_";

    public ClawbackId {
        IdRule.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
