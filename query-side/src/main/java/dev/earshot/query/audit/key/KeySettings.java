package dev.earshot.query.audit.key;

import dev.earshot.platform.secrets.Secrets;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which signatures count beside those of the key in use, {@code earshot.secrets.audit-signing-key}.
 *
 * @param publicKey a file with the public keys (PEM) that were in use before; empty if there are none. A verification by the command line trusts
 *     the keys in this file alone, and needs no secret
 */
@ConfigurationProperties("audit")
public record KeySettings(@DefaultValue("") String publicKey) {
    /** Those of the secret alone. */
    public Keyring ofSecret(Secrets secrets) {
        return new Keyring(List.of(SigningKey.of(secrets.get(SigningKey.SECRET)).verifying()));
    }

    /** Those in the file. */
    public Keyring published() {
        return new Keyring(Keyring.readFrom(publicKey));
    }
}
