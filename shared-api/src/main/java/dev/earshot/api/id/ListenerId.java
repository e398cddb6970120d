package dev.earshot.api.id;

/** Names a listener as the market sees them. */
public record ListenerId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "lis_";

    public ListenerId {
        IdRule.check(PREFIX, value);
    }

    /** The listener that this account is, or would be. */
    public static ListenerId of(AccountId account) {
        return new ListenerId(PREFIX + account.suffix());
    }

    /** The account behind this listener. */
    public AccountId accountId() {
        return new AccountId(AccountId.PREFIX + suffix());
    }

    @Override
    public String toString() {
        return value;
    }
}
