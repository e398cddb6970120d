package dev.earshot.query.audit.verify;

import dev.earshot.query.audit.chain.Block;
import dev.earshot.query.audit.chain.Hashes;
import dev.earshot.query.audit.checkpoint.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Goes through log, stored chain and checkpoints side by side, in the order of positions.
 *
 * <p>Two chains are made on the way, over what the log holds and over what the stored chain says it held. They are one and the same until the two
 * disagree; then the next checkpoint tells which of them was signed, so who was tampered with. From each checkpoint on it begins
 * anew from what was signed: a place that is wrong does not make what follows wrong.
 */
final class Walk {
    private static final int KEPT = 100;
    private static final int TELL_EVERY = 4096;

    private final LogCursor log;
    private final ChainCursor chain;
    private final Witnesses witnesses;
    private final Findings findings;
    private final long endOfLog;
    private final Hashes hashes = new Hashes();

    /** Over what the log holds. */
    private Track seen = new Track(hashes);
    /** Over what the chain says it held; the same object while they agree. */
    private Track kept = seen;
    /** Whether the stored chain is complete since the last checkpoint, so that its own links can be checked. */
    private boolean keptIsWhole = true;
    /** Whether the events of the checkpoint that comes next have begun. */
    private boolean begun;
    /** Where log and chain disagree since the last checkpoint. */
    private final List<Wrong> open = new ArrayList<>();
    /** Where the log is what is wrong. */
    private final List<Wrong> confirmed = new ArrayList<>();

    /** All of them, those that are not kept included. */
    private long wrong;
    /** How many of those were before the last checkpoint. */
    private long wrongBefore;
    /** The number of the last checkpoint, and the position after it. */
    private long judged;

    private long since = 1;
    private long events;
    private long checkpoints;
    private long proven;
    private long unproven;
    private boolean truncated;
    private boolean lacksItsEnd;

    Walk(LogCursor log, ChainCursor chain, Witnesses witnesses, Findings findings, long endOfLog) {
        this.log = log;
        this.chain = chain;
        this.witnesses = witnesses;
        this.findings = findings;
        this.endOfLog = endOfLog;
    }

    void run(Progress progress, long all) {
        witnesses.advance();
        while (!log.isAtEnd() || !chain.isAtEnd()) {
            long position = Math.min(log.position(), chain.position());
            while (witnesses.current() != null
                    && witnesses.current().checkpoint().last() < position) {
                judge();
            }
            step(position);
            if (events % TELL_EVERY == 0) {
                progress.checked(events, all);
                if (progress.isCancelled()) {
                    throw new CannotVerify("The verification was given up");
                }
            }
        }
        while (witnesses.current() != null) {
            judge();
        }
        confirmed.addAll(open);
        progress.checked(events, Math.max(events, all));
    }

    List<Wrong> confirmed() {
        return confirmed;
    }

    /** How many places of the log are wrong, beyond those that are kept. */
    long uncounted() {
        return wrong - confirmed.size();
    }

    long events() {
        return events;
    }

    long checkpoints() {
        return checkpoints;
    }

    long proven() {
        return proven;
    }

    long unproven() {
        return unproven;
    }

    private void step(long position) {
        if (!begun
                && witnesses.current() != null
                && position >= witnesses.current().checkpoint().first()) {
            begin();
        }
        boolean inLog = log.position() == position;
        boolean inChain = chain.position() == position;
        if (inLog && inChain) {
            both(position);
        } else if (inLog) {
            logAlone(position);
        } else {
            chainAlone(position);
        }
        if (inLog) {
            events++;
            unproven++;
            log.advance();
        }
        if (inChain) {
            checkHead();
            chain.advance();
        }
    }

    private void both(long position) {
        byte[] leaf = log.leaves().hash(log.index());
        if (log.leaves().sameHash(log.index(), chain.leaves(), chain.index())) {
            seen.add(leaf);
            if (kept != seen) {
                kept.add(leaf);
            }
            return;
        }
        byte[] expected = chain.leaves().hash(chain.index());
        part();
        seen.add(leaf);
        kept.add(expected);
        note(Wrong.edited(
                position,
                expected,
                chain.leaves().check(chain.index()),
                log.leaves().check(log.index())));
    }

    private void logAlone(long position) {
        byte[] leaf = log.leaves().hash(log.index());
        part();
        seen.add(leaf);
        if (chain.isWhole()) {
            note(Wrong.inserted(position));
        } else {
            keptIsWhole = false; // Behind the end of the chain, or in a hole of it: nothing is known of this place.
        }
    }

    private void chainAlone(long position) {
        byte[] expected = chain.leaves().hash(chain.index());
        part();
        kept.add(expected);
        if (position <= endOfLog) {
            note(Wrong.removed(position, expected));
        } else if (!truncated) {
            truncate(position);
        }
    }

    private void truncate(long position) {
        truncated = true;
        findings.add(Finding.at(
                position,
                Flaw.LOG_TRUNCATED,
                "The log ends at %d. It went on at %d, and everything from there on is gone.",
                endOfLog,
                position));
    }

    private void note(Wrong place) {
        wrong++;
        if (open.size() + confirmed.size() < KEPT) {
            open.add(place);
        }
    }

    /** From here on what the log holds and what it held are two. */
    private void part() {
        if (kept == seen) {
            kept = seen.copy();
        }
    }

    private void begin() {
        begun = true;
        seen.begin();
        if (kept != seen) {
            kept.begin();
        }
    }

    private void checkHead() {
        Block block = chain.block();
        if (chain.isLastOfBlock() && keptIsWhole && !Arrays.equals(kept.head(), block.head())) {
            keptIsWhole = false;
            findings.add(Finding.between(
                    block.leaves().position(0),
                    block.leaves().last(),
                    Flaw.CHAIN_EDITED,
                    "The links of block %d of the stored chain do not lead to its head.",
                    block.number()));
        }
    }

    /** Holds what was read against the checkpoint that ends here. */
    private void judge() {
        Checkpoint checkpoint = witnesses.current().checkpoint();
        if (seen.isOf(checkpoint)) {
            logIsRight(checkpoint);
        } else {
            logIsWrong(checkpoint);
        }
        confirmed.addAll(open);
        open.clear();
        wrongBefore = wrong;
        judged = checkpoint.number();
        since = checkpoint.last() + 1;
        checkpoints++;
        proven = checkpoint.last();
        unproven = 0;
        seen = Track.after(checkpoint, hashes);
        kept = seen;
        keptIsWhole = true;
        begun = false;
        witnesses.advance();
    }

    private void logIsRight(Checkpoint checkpoint) {
        if (!open.isEmpty()) {
            wrong = wrongBefore;
            findings.add(Finding.between(
                    open.get(0).position(),
                    open.get(open.size() - 1).position(),
                    Flaw.CHAIN_EDITED,
                    "The stored chain was edited; the log is what checkpoint %d says.",
                    checkpoint.number()));
            open.clear();
        }
        if (chain.isAtEnd() && chain.lastPosition() < checkpoint.last() && !lacksItsEnd) {
            lacksItsEnd = true;
            findings.add(Finding.between(
                    chain.lastPosition() + 1,
                    checkpoint.last(),
                    Flaw.CHAIN_REMOVED,
                    "The stored chain ends at %d, and checkpoint %d is further on.",
                    chain.lastPosition(),
                    checkpoint.number()));
        }
    }

    private void logIsWrong(Checkpoint checkpoint) {
        boolean chainIsRight = keptIsWhole && kept.isOf(checkpoint);
        if (chainIsRight || truncated && checkpoint.last() > endOfLog) {
            return; // Where the log is wrong was found on the way.
        }
        if (checkpoint.last() > endOfLog) {
            truncate(Math.max(endOfLog + 1, checkpoint.first()));
            return;
        }
        long from = judged == checkpoint.number() - 1 ? checkpoint.first() : since;
        findings.add(Finding.between(
                from,
                checkpoint.last(),
                keptIsWhole ? Flaw.CHAIN_REBUILT : Flaw.SPAN_ALTERED,
                "What stands from %d to %d is not what checkpoint %d says.",
                from,
                checkpoint.last(),
                checkpoint.number()));
    }
}
