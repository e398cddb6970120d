package dev.earshot.api.id;

/** Names a listener's presence: whether they can be reached. */
public record PresenceId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "pre_";

    public PresenceId {
        IdRule.check(PREFIX, value);
    }

    /** The presence of this listener. */
    public static PresenceId of(ListenerId listener) {
        return new PresenceId(PREFIX + listener.suffix());
    }

    /** The listener whose presence this is. */
    public ListenerId listenerId() {
        return new ListenerId(ListenerId.PREFIX + suffix());
    }

    @Override
    public String toString() {
        return value;
    }
}
