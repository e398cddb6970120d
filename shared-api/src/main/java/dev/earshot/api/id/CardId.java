package dev.earshot.api.id;

/** Names a card that a member has saved. What providers call it stays with their adapters. */
public record CardId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "card_";

    public CardId {
        IdRule.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
