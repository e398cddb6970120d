package dev.earshot.platform.people;

import dev.earshot.api.id.AccountId;
import javax.crypto.SecretKey;

/** A person's key, unwrapped. It lives in memory only and is never logged. */
record PersonKey(String keyId, AccountId owner, SecretKey key) {
    @Override
    public String toString() {
        return "PersonKey[" + keyId + "]";
    }
}
