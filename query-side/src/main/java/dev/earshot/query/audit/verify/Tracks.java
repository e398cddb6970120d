package dev.earshot.query.audit.verify;

import dev.earshot.query.audit.chain.Hashes;
import dev.earshot.query.audit.checkpoint.Checkpoint;
import java.util.Arrays;

/**
 * Two chains in the making, over what the log holds and over what the stored chain says it held. They are one and the same until the two disagree; then
 * the next checkpoint tells which of them was signed, so who was tampered with.
 */
final class Tracks {
    private final Hashes hashes = new Hashes();
    /** Over what the log holds. */
    private Track seen = new Track(hashes);
    /** Over what the chain says it held; the same object while they agree. */
    private Track kept = seen;
    /** Whether the stored chain is complete since the last checkpoint, so that its own links can be checked. */
    private boolean keptIsWhole = true;

    /** Log and chain have the same event here. */
    void same(byte[] leaf) {
        seen.add(leaf);
        if (kept != seen) {
            kept.add(leaf);
        }
    }

    /** The log holds an event here that the chain does not know. */
    void inLog(byte[] leaf) {
        part();
        seen.add(leaf);
    }

    /** The chain knows of an event here that the log does not hold. */
    void inChain(byte[] leaf) {
        part();
        kept.add(leaf);
    }

    /** From here to the next checkpoint it is not known what the log held. */
    void lose() {
        keptIsWhole = false;
    }

    boolean isKeptWhole() {
        return keptIsWhole;
    }

    /** Whether what the chain says it held leads to this head of its own. */
    boolean leadTo(byte[] head) {
        return Arrays.equals(kept.head(), head);
    }

    /** Here the events of the next checkpoint begin. */
    void begin() {
        seen.begin();
        if (kept != seen) {
            kept.begin();
        }
    }

    /** Whether the log holds what was signed. */
    boolean logIs(Checkpoint checkpoint) {
        return seen.isOf(checkpoint);
    }

    /** Whether the chain says that the log held what was signed. */
    boolean chainIs(Checkpoint checkpoint) {
        return keptIsWhole && kept.isOf(checkpoint);
    }

    /** Both go on from what was signed, so that a place that is wrong does not make what follows wrong. */
    void goOnAfter(Checkpoint checkpoint) {
        seen = Track.after(checkpoint, hashes);
        kept = seen;
        keptIsWhole = true;
    }

    private void part() {
        if (kept == seen) {
            kept = seen.copy();
        }
    }
}
