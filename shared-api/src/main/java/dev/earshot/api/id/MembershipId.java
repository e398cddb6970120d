package dev.earshot.api.id;

/** Names an account's membership, of which each account has at most one. */
public record MembershipId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "mem_";

    public MembershipId {
        IdRule.check(PREFIX, value);
    }

    /** The membership of this account. */
    public static MembershipId of(AccountId account) {
        return new MembershipId(PREFIX + account.suffix());
    }

    /** The account whose membership this is. */
    public AccountId accountId() {
        return new AccountId(AccountId.PREFIX + suffix());
    }

    @Override
    public String toString() {
        return value;
    }
}
