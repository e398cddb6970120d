package dev.earshot.query.audit.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Some events of the log that follow one another, and the chain over them.
 *
 * @param number one more than that of the block before; the first is 1
 * @param before how many events are linked in the blocks before
 * @param head the link of the last of these events
 * @param linkedAt when they were linked
 */
public record Block(long number, long before, Leaves leaves, byte[] head, Instant linkedAt) {
    /** How many events are linked up to the end of this block. */
    public long count() {
        return before + leaves.size();
    }

    /** The links of all events in here, given the link before. */
    List<byte[]> links(byte[] head) {
        Hashes hashes = new Hashes();
        List<byte[]> links = new ArrayList<>(leaves.size());
        byte[] link = head;
        for (byte[] leaf : leaves.hashes()) {
            link = hashes.link(link, leaf);
            links.add(link);
        }
        return links;
    }

    /** Where the chain ends. */
    public record Tail(long number, long count, long position, byte[] head) {
        /** Of a chain that has not begun. */
        public static final Tail NONE = new Tail(0, 0, 0, Hashes.genesis());

        /** The block that follows. */
        Block next(Leaves leaves, Hashes hashes, Instant now) {
            byte[] link = head;
            for (byte[] leaf : leaves.hashes()) {
                link = hashes.link(link, leaf);
            }
            return new Block(number + 1, count, leaves, link, now);
        }
    }

    Tail tail() {
        return new Tail(number, count(), leaves.last(), head);
    }
}
