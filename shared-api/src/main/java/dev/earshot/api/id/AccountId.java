package dev.earshot.api.id;

/** Names a person's account: member, listener or staff. */
public record AccountId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "acc_";

    public AccountId {
        IdRule.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
