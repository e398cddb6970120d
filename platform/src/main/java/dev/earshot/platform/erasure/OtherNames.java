package dev.earshot.platform.erasure;

import dev.earshot.api.id.AccountId;
import java.util.Set;

/**
 * Under which names outsiders may speak of a person and of what is theirs: our ids of their payments, what a provider calls
 * them. Each bean of this type knows some. What outsiders have told is searched for them.
 */
public interface OtherNames {
    /** The names, none of them empty. */
    Set<String> of(AccountId person);
}
