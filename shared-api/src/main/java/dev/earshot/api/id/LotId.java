package dev.earshot.api.id;

/** Names one lot of a pocket: a gift, or a bought pack that expires. */
public record LotId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "lot_";

    public LotId {
        IdRule.check(PREFIX, value);
    }

    /** The lot of the pack that was bought with this top-up. */
    public static LotId of(TopUpId topUp) {
        return new LotId(PREFIX + topUp.suffix());
    }

    @Override
    public String toString() {
        return value;
    }
}
