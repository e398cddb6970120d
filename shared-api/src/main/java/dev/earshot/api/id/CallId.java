package dev.earshot.api.id;

/** Names one call from request to settlement. */
public record CallId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "call_";

    public CallId {
        IdRule.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
