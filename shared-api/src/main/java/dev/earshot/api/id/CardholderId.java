package dev.earshot.api.id;

/** Names the cards of a member. */
public record CardholderId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "chd_";

    public CardholderId {
        IdRule.check(PREFIX, value);
    }

    /** The cards of this account. */
    public static CardholderId of(AccountId account) {
        return new CardholderId(PREFIX + account.suffix());
    }

    /** The account whose cards these are. */
    public AccountId accountId() {
        return new AccountId(AccountId.PREFIX + suffix());
    }

    @Override
    public String toString() {
        return value;
    }
}
