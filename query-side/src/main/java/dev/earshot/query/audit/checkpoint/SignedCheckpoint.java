package dev.earshot.query.audit.checkpoint;

import dev.earshot.query.audit.chain.Hashes;
import dev.earshot.query.audit.key.Keyring;
import dev.earshot.query.audit.key.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A checkpoint as it is kept: its text, then a line with the id of the key and one with the signature.
 *
 * @param text the very bytes that are signed
 */
public record SignedCheckpoint(Checkpoint checkpoint, byte[] text, String keyId, byte[] signature) {
    private static final Pattern FILE =
            Pattern.compile("(.*\\n)key ([0-9a-f]{16})\\nsignature ([A-Za-z0-9+/=]+)\\n", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("checkpoint-([0-9]{12})\\.txt");

    /** Whose signature it is. */
    public enum Signed {
        VALID,
        /** By nobody, or of something else. */
        INVALID,
        /** By a key that is not known here. */
        FOREIGN
    }

    /** This checkpoint, signed. */
    public static SignedCheckpoint of(Checkpoint checkpoint, SigningKey key) {
        byte[] text = checkpoint.text();
        return new SignedCheckpoint(checkpoint, text, key.verifying().id(), key.sign(text));
    }

    /**
     * From what is kept.
     *
     * @throws IllegalArgumentException if this is no signed checkpoint
     */
    public static SignedCheckpoint parse(byte[] content) {
        Matcher file = FILE.matcher(new String(content, StandardCharsets.UTF_8));
        if (!file.matches()) {
            throw new IllegalArgumentException("not a signed checkpoint");
        }
        byte[] text = file.group(1).getBytes(StandardCharsets.UTF_8);
        return new SignedCheckpoint(
                Checkpoint.of(text), text, file.group(2), Base64.getDecoder().decode(file.group(3)));
    }

    /** What is kept, byte for byte. */
    public byte[] content() {
        String seal = "key " + keyId + "\nsignature " + Base64.getEncoder().encodeToString(signature) + "\n";
        return (new String(text, StandardCharsets.UTF_8) + seal).getBytes(StandardCharsets.UTF_8);
    }

    public Signed signed(Keyring trusted) {
        return trusted.named(keyId)
                .map(key -> key.signed(text, signature) ? Signed.VALID : Signed.INVALID)
                .orElse(Signed.FOREIGN);
    }

    /** What the checkpoint after this one calls its previous. */
    public String hash() {
        return HexFormat.of().formatHex(Hashes.plain(text));
    }

    /** What the checkpoint of this number is called outside the database. */
    public static String nameOf(long number) {
        return String.format("checkpoint-%012d.txt", number);
    }

    /** The number in such a name; 0 if it is none. */
    public static long numberOf(String name) {
        Matcher found = NAME.matcher(name);
        return found.matches() ? Long.parseLong(found.group(1)) : 0;
    }
}
