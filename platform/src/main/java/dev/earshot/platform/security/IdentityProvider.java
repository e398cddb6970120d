package dev.earshot.platform.security;

import dev.earshot.api.account.Role;
import dev.earshot.api.refusal.Refused;
import java.util.Set;

/** Somebody who vouches for people. One bean for each, where it is configured; the others do not exist. */
public interface IdentityProvider {
    /** The name clients use. */
    String name();

    /** Who the token speaks of; refused with {@link SessionRefusal#ID_TOKEN_INVALID} when it cannot be believed. */
    Person verify(String idToken) throws Refused;

    /**
     * A person as their provider knows them.
     *
     * @param subject what the provider calls them, for ever
     * @param roles what the account is to be in addition to what it is
     * @param verifiedEmail an address that the provider has made sure is theirs; empty without such a one
     */
    record Person(String subject, Set<Role> roles, String verifiedEmail) {
        /** Somebody without an address that is certain. */
        public Person(String subject, Set<Role> roles) {
            this(subject, roles, "");
        }
    }
}
