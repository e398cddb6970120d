package dev.earshot.api.id;

/** Names a price list of the house, in force or not. */
public record PriceListId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "prl_";

    /** The list the house begins with, which the settings give. */
    public static final PriceListId FIRST = new PriceListId("prl_0");

    public PriceListId {
        IdRule.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
