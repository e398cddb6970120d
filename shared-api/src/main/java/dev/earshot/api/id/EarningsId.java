package dev.earshot.api.id;

/** Names a listener's earnings account. */
public record EarningsId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "ear_";

    public EarningsId {
        IdRule.check(PREFIX, value);
    }

    /** The earnings of this listener. */
    public static EarningsId of(ListenerId listener) {
        return new EarningsId(PREFIX + listener.suffix());
    }

    /** The listener who earns here. */
    public ListenerId listenerId() {
        return new ListenerId(ListenerId.PREFIX + suffix());
    }

    @Override
    public String toString() {
        return value;
    }
}
