package dev.earshot.api.id;

/** Names a purchase that was made and paid outside, such as in an app store. */
public record PurchaseId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "pur_";

    public PurchaseId {
        IdRule.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
