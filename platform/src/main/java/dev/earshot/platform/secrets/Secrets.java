package dev.earshot.platform.secrets;

import dev.earshot.platform.start.CannotStart;
import dev.earshot.platform.start.Surroundings;
import java.util.Base64;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The process's secrets by name. A secret comes from the setting {@code earshot.secrets.<name>} (base64); only in the dev
 * profile a missing one is made once and kept, readable for this user alone, in the data folder.
 */
@Component
public class Secrets {
    private final Environment settings;
    private final SecretFolder folder;

    Secrets(Environment settings) {
        this.settings = settings;
        this.folder = SecretFolder.of(settings);
    }

    /** The secret of this name, at least 32 bytes. Fails, naming the setting, if it must be set and is not. */
    public byte[] get(String name) {
        String setting = "earshot.secrets." + name;
        String encoded = settings.getProperty(setting, "");
        if (!encoded.isBlank()) {
            return decoded(setting, encoded.strip());
        }
        if (!Surroundings.areForDevelopment(settings)) {
            throw new CannotStart(
                    "The setting " + setting + " is missing.",
                    "Outside the dev profile nothing secret is made up: set it to at least " + SecretFolder.BYTES
                            + " random bytes in base64, for example the output of: openssl rand -base64 "
                            + SecretFolder.BYTES);
        }
        return folder.remembered(name);
    }

    private static byte[] decoded(String setting, String encoded) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            throw new CannotStart("The setting " + setting + " is not base64.", "Correct it.");
        }
        if (secret.length < SecretFolder.BYTES) {
            throw new CannotStart(
                    "The setting " + setting + " is too short.", SecretFolder.BYTES + " bytes are the least.");
        }
        return secret;
    }
}
