package dev.earshot.api.id;

/** Names a member's wallet. */
public record WalletId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "wal_";

    public WalletId {
        IdRule.check(PREFIX, value);
    }

    /** The wallet of this account. */
    public static WalletId of(AccountId account) {
        return new WalletId(PREFIX + account.suffix());
    }

    /** The account that owns this wallet. */
    public AccountId accountId() {
        return new AccountId(AccountId.PREFIX + suffix());
    }

    @Override
    public String toString() {
        return value;
    }
}
