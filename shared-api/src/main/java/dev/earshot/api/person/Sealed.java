package dev.earshot.api.person;

/**
 * A text that only the holder of a person's key can read. Without the key it is noise, in the log as in every copy of it.
 *
 * @param keyId which key it was sealed with
 * @param text the nonce of 12 bytes and the sealed bytes behind it, in base64; empty for a text that was taken back
 */
public record Sealed(String keyId, String text) {
    /** That there is no text any more. */
    public static Sealed nothing(String keyId) {
        return new Sealed(keyId, "");
    }

    /** Whether there is a text in it. */
    public boolean isNothing() {
        return text.isEmpty();
    }
}
