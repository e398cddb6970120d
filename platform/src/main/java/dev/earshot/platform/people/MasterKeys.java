package dev.earshot.platform.people;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.earshot.platform.secrets.Secrets;
import dev.earshot.platform.start.CannotStart;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/** The keys that wrap people's keys: the one in force, and those that were before it. None is ever in the database. */
@Component
class MasterKeys {
    private final String current;
    private final Map<String, SecretKey> byName;

    MasterKeys(Secrets secrets, PeopleSettings settings) {
        this.current = settings.master();
        this.byName = settings.masters().stream()
                .distinct()
                .collect(toUnmodifiableMap(identity(), name -> key(name, secrets.get(name))));
    }

    /** The name of the one that wraps from now on. */
    String current() {
        return current;
    }

    Set<String> names() {
        return byName.keySet();
    }

    byte[] wrap(SecretKey key, String keyId, String account) {
        return Aead.seal(byName.get(current), key.getEncoded(), beside(current, keyId, account));
    }

    SecretKey unwrap(byte[] wrapped, String wrappedBy, String keyId, String account) {
        SecretKey master = byName.get(wrappedBy);
        if (master == null) {
            throw new IllegalStateException(
                    "the master key " + wrappedBy + " is not known here; see people.former-masters");
        }
        try {
            return Aead.key(Aead.open(master, wrapped, beside(wrappedBy, keyId, account)));
        } catch (AEADBadTagException e) {
            throw new IllegalStateException(
                    "the key " + keyId + " was not wrapped for " + account + " by the master key " + wrappedBy, e);
        }
    }

    private static String beside(String master, String keyId, String account) {
        return String.join("\n", "key of a person", master, keyId, account);
    }

    private static SecretKey key(String name, byte[] secret) {
        if (secret.length != Aead.KEY_BYTES) {
            throw new CannotStart(
                    "The setting earshot.secrets." + name + " is not a key.",
                    "Exactly " + Aead.KEY_BYTES + " bytes in base64 are expected, "
                            + Base64.getEncoder()
                                    .encodeToString(new byte[Aead.KEY_BYTES])
                                    .length() + " characters.");
        }
        return Aead.key(secret);
    }
}
