package dev.earshot.api.id;

/** Names one attempt to put money, or a pack bought with it, into a wallet. */
public record TopUpId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "top_";

    public TopUpId {
        IdRule.check(PREFIX, value);
    }

    /** The top-up by which a purchase made outside comes into a wallet. */
    public static TopUpId of(PurchaseId purchase) {
        return new TopUpId(PREFIX + purchase.suffix());
    }

    @Override
    public String toString() {
        return value;
    }
}
