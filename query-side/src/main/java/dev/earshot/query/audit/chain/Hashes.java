package dev.earshot.query.audit.chain;

import dev.earshot.platform.web.Digests;
import java.security.MessageDigest;

/**
 * SHA-256 of what a chain is made of. The first byte that is hashed tells a leaf (0) from a node of a tree (1), as in RFC 6962, and both from
 * a link (2), so none of them can be passed off as another. For one thread at a time.
 */
public final class Hashes {
    /** The length of every hash. */
    public static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final byte LINK = 2;

    private final MessageDigest sha256 = Digests.sha256();

    /** What the first link follows. */
    public static byte[] genesis() {
        return new byte[BYTES];
    }

    /** The hash of bytes that are none of these. */
    public static byte[] plain(byte[] content) {
        return Digests.sha256().digest(content);
    }

    /** An event's own hash: of its canonical bytes, which contain its position. */
    public byte[] leaf(byte[] canonical) {
        sha256.update(LEAF);
        return sha256.digest(canonical);
    }

    byte[] node(byte[] left, byte[] right) {
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    /** The link of an event: over the link before it and the event's own hash. */
    public byte[] link(byte[] before, byte[] leaf) {
        sha256.update(LINK);
        sha256.update(before);
        return sha256.digest(leaf);
    }
}
