package dev.earshot.platform.web;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The one hash of the platform. */
public final class Digests {
    private static final int NAME_BYTES = 16;

    private Digests() {}

    /** The SHA-256 of these bytes, in hexadecimal. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    /** A name of at most 25 letters and digits that follows from this text: the first 128 bits of its SHA-256. */
    public static String name(String text) {
        byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return new BigInteger(1, Arrays.copyOf(digest, NAME_BYTES)).toString(Character.MAX_RADIX);
    }

    /** A fresh SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
