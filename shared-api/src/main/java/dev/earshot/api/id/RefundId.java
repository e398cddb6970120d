package dev.earshot.api.id;

/** Names one attempt of ours to give a payment, or a part of it, back. */
public record RefundId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "rfd_";

    public RefundId {
        IdRule.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
