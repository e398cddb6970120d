package dev.earshot.query.audit.key;

import dev.earshot.platform.start.CannotStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys whose signatures count, by their ids: the one in use and those that were. Never read from the database they protect. */
public final class Keyring {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

    private final Map<String, VerifyingKey> keys = new LinkedHashMap<>();

    public Keyring(List<VerifyingKey> keys) {
        keys.forEach(key -> this.keys.put(key.id(), key));
    }

    public Optional<VerifyingKey> named(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    public Collection<VerifyingKey> all() {
        return keys.values();
    }

    /** The public keys in a file, one PEM after the other. */
    static List<VerifyingKey> readFrom(String file) {
        try {
            List<VerifyingKey> found = new ArrayList<>();
            Matcher pem = PEM.matcher(Files.readString(Path.of(file), StandardCharsets.US_ASCII));
            while (pem.find()) {
                found.add(VerifyingKey.decoded(Base64.getMimeDecoder().decode(pem.group(1))));
            }
            if (found.isEmpty()) {
                throw unusable(file, "it holds no public key");
            }
            return found;
        } catch (IOException e) {
            throw unusable(file, "it cannot be read");
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unusable(file, "a key in it is not Ed25519");
        }
    }

    private static CannotStart unusable(String file, String why) {
        return new CannotStart(
                "The file " + file + " that audit.public-key names cannot be used: " + why + ".",
                "It has to hold public keys (Ed25519) as PEM, as GET /v1/audit/keys tells them.");
    }
}
