package dev.earshot.api.id;

/** Names a person as somebody of whom personal texts are kept. */
public record PersonId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "psn_";

    public PersonId {
        IdRule.check(PREFIX, value);
    }

    /** The person whose account this is. */
    public static PersonId of(AccountId account) {
        return new PersonId(PREFIX + account.suffix());
    }

    /** This person's account. */
    public AccountId accountId() {
        return new AccountId(AccountId.PREFIX + suffix());
    }

    @Override
    public String toString() {
        return value;
    }
}
