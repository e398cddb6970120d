package dev.earshot.platform.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one hash of the platform. */
public final class Digests {
    private Digests() {}

    /** A fresh SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
