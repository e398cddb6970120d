package dev.earshot.query.audit.chain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The Merkle tree of RFC 6962 over leaves that come one by one. Only the roots of its full subtrees are kept: as many as the count of
 * leaves has bits.
 */
public final class MerkleTree {
    private final Hashes hashes;
    /** From the largest, at the bottom, to the smallest. */
    private final Deque<byte[]> full;

    private long size;

    public MerkleTree(Hashes hashes) {
        this(hashes, new ArrayDeque<>(), 0);
    }

    private MerkleTree(Hashes hashes, Deque<byte[]> full, long size) {
        this.hashes = hashes;
        this.full = full;
        this.size = size;
    }

    /** The same tree, to grow differently. */
    public MerkleTree copy() {
        return new MerkleTree(hashes, new ArrayDeque<>(full), size);
    }

    public void add(byte[] leaf) {
        byte[] subtree = leaf;
        // Two subtrees of one size become one, as a carry does in an addition.
        for (long carry = size; (carry & 1) == 1; carry >>= 1) {
            subtree = hashes.node(full.pop(), subtree);
        }
        full.push(subtree);
        size++;
    }

    public long size() {
        return size;
    }

    /** The hash over all leaves so far; of no leaves it is the hash of nothing. */
    public byte[] root() {
        byte[] root = null;
        for (byte[] subtree : full) {
            root = root == null ? subtree : hashes.node(subtree, root);
        }
        return root == null ? Hashes.plain(new byte[0]) : root;
    }

    /**
     * What stands beside the way from a leaf to the root.
     *
     * @param isLeft whether it comes before what was climbed to, or after it
     */
    public record Step(boolean isLeft, byte[] hash) {}

    /** What leads from this leaf to the root, from below: the audit path of RFC 6962, section 2.1.1. */
    public static List<Step> path(Hashes hashes, List<byte[]> leaves, int index) {
        List<Step> path = new ArrayList<>();
        climb(hashes, leaves, index, path);
        return path;
    }

    private static void climb(Hashes hashes, List<byte[]> leaves, int index, List<Step> path) {
        if (leaves.size() == 1) {
            return;
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        if (index < split) {
            climb(hashes, left, index, path);
            path.add(new Step(false, rootOf(hashes, right)));
        } else {
            climb(hashes, right, index - split, path);
            path.add(new Step(true, rootOf(hashes, left)));
        }
    }

    private static byte[] rootOf(Hashes hashes, List<byte[]> leaves) {
        MerkleTree tree = new MerkleTree(hashes);
        leaves.forEach(tree::add);
        return tree.root();
    }
}
