package dev.earshot.platform.erasure;

import dev.earshot.api.id.AccountId;

/**
 * One thing that is forgotten of an erased person, by whoever keeps it. Every bean of this type is asked, in no order, until it
 * has once come to an end without failing; it may be asked again after that.
 */
public interface ErasureStep {
    /** By this name it is remembered that it is done; never renamed. */
    String name();

    /** Forgets. Fails when not all is forgotten yet, and is asked again later. */
    void erase(AccountId person);
}
