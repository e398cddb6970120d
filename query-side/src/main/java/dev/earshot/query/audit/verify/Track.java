package dev.earshot.query.audit.verify;

import dev.earshot.query.audit.chain.Hashes;
import dev.earshot.query.audit.chain.MerkleTree;
import dev.earshot.query.audit.checkpoint.Checkpoint;
import java.util.HexFormat;

/** A chain in the making, with the tree over the events since the last checkpoint. */
final class Track {
    private final Hashes hashes;
    private byte[] head;
    private long count;
    private MerkleTree tree;

    Track(Hashes hashes) {
        this(hashes, Hashes.genesis(), 0, new MerkleTree(hashes));
    }

    private Track(Hashes hashes, byte[] head, long count, MerkleTree tree) {
        this.hashes = hashes;
        this.head = head;
        this.count = count;
        this.tree = tree;
    }

    Track copy() {
        return new Track(hashes, head, count, tree.copy());
    }

    void add(byte[] leaf) {
        head = hashes.link(head, leaf);
        tree.add(leaf);
        count++;
    }

    byte[] head() {
        return head;
    }

    /** From here on the tree is that of another checkpoint. */
    void begin() {
        tree = new MerkleTree(hashes);
    }

    /** Whether this is what was signed. */
    boolean isOf(Checkpoint checkpoint) {
        HexFormat hex = HexFormat.of();
        return count == checkpoint.count()
                && tree.size() == checkpoint.events()
                && hex.formatHex(head).equals(checkpoint.head())
                && hex.formatHex(tree.root()).equals(checkpoint.root());
    }

    /** Goes on from what was signed. */
    static Track after(Checkpoint checkpoint, Hashes hashes) {
        return new Track(
                hashes, HexFormat.of().parseHex(checkpoint.head()), checkpoint.count(), new MerkleTree(hashes));
    }
}
