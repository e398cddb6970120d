package dev.earshot.platform.people;

import dev.earshot.api.id.NoteId;
import dev.earshot.platform.secrets.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Stands in for what people are called where two mentions of the same person must be matched and the name must not be
 * kept: HMAC-SHA256 under the secret {@code pepper}. Without the secret nobody can test whether somebody is meant. What is
 * empty stays empty.
 */
@Component
public class Pseudonyms {
    private static final int NOTE_DIGITS = 32;

    private final SecretKeySpec pepper;

    @Autowired
    Pseudonyms(Secrets secrets) {
        this(secrets.get("pepper"));
    }

    private Pseudonyms(byte[] secret) {
        this.pepper = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** Those under another secret than the platform's. */
    public static Pseudonyms under(byte[] secret) {
        return new Pseudonyms(secret);
    }

    /** Of an e-mail address; case and surrounding space do not count. */
    public String ofEmail(String email) {
        return of("email", email.strip().toLowerCase(Locale.ROOT));
    }

    /** Of what this provider calls a customer of its. */
    public String ofCustomer(String provider, String customer) {
        return of("customer of " + provider, customer.strip());
    }

    /** Of what tells a card from others, as this provider has it. */
    public String ofCard(String provider, String fingerprint) {
        return of("card of " + provider, fingerprint.strip());
    }

    /** Of what somebody has noted about a thing: the same words about it are the same note. */
    public NoteId ofNote(String thing, String text) {
        return new NoteId(NoteId.PREFIX + of("note about " + thing, text).substring(0, NOTE_DIGITS));
    }

    private String of(String kind, String name) {
        if (name.isEmpty()) {
            return "";
        }
        try {
            var hmac = Mac.getInstance("HmacSHA256");
            hmac.init(pepper);
            return HexFormat.of().formatHex(hmac.doFinal((kind + "\n" + name).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every Java platform has HmacSHA256", impossible);
        }
    }
}
