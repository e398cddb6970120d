package dev.earshot.query.audit.verify;

import dev.earshot.query.audit.checkpoint.Checkpoint;
import dev.earshot.query.audit.verify.finding.Finding;
import dev.earshot.query.audit.verify.finding.Findings;
import dev.earshot.query.audit.verify.finding.Flaw;
import dev.earshot.query.audit.verify.reading.ChainCursor;
import dev.earshot.query.audit.verify.witness.Witnesses;
import java.time.Instant;
import java.util.List;

/** Holds what was read against one signed checkpoint after the other. */
final class Judge {
    private final Witnesses witnesses;
    private final ChainCursor chain;
    private final Tracks tracks;
    private final Places places;
    private final Findings findings;
    private final long endOfLog;

    /** Whether the events of the checkpoint that comes next have begun. */
    private boolean begun;

    private Checkpoint last;
    private long checkpoints;
    private long unproven;
    private boolean truncated;
    private boolean lacksItsEnd;

    Judge(Witnesses witnesses, ChainCursor chain, Tracks tracks, Places places, Findings findings, long endOfLog) {
        this.witnesses = witnesses;
        this.chain = chain;
        this.tracks = tracks;
        this.places = places;
        this.findings = findings;
        this.endOfLog = endOfLog;
        witnesses.advance();
    }

    /** To be told before what stands at this position is taken. */
    void reach(long position) {
        while (witnesses.hasCurrent() && witnesses.current().last() < position) {
            judge();
        }
        if (!begun && witnesses.hasCurrent() && position >= witnesses.current().first()) {
            begun = true;
            tracks.begin();
        }
    }

    /** To be told of every event of the log. */
    void took() {
        unproven++;
    }

    /** There is nothing more. */
    void end() {
        while (witnesses.hasCurrent()) {
            judge();
        }
        places.confirm();
    }

    /** The log should go on here, and has ended. */
    void truncated(long position) {
        if (!truncated) {
            truncated = true;
            findings.add(Finding.at(
                    position,
                    Flaw.LOG_TRUNCATED,
                    "The log ends at %d. It went on at %d, and everything from there on is gone.",
                    endOfLog,
                    position));
        }
    }

    long checkpoints() {
        return checkpoints;
    }

    /** Up to which position there are checkpoints. */
    long proven() {
        return last == null ? 0 : last.last();
    }

    /** When the last of them was signed; null if there is none. */
    Instant provenAt() {
        return last == null ? null : last.at();
    }

    /** How many events came after it. */
    long unproven() {
        return unproven;
    }

    private void judge() {
        Checkpoint checkpoint = witnesses.current();
        if (tracks.logIs(checkpoint)) {
            logIsRight(checkpoint);
        } else {
            logIsWrong(checkpoint);
        }
        places.confirm();
        last = checkpoint;
        checkpoints++;
        unproven = 0;
        begun = false;
        tracks.goOnAfter(checkpoint);
        witnesses.advance();
    }

    private void logIsRight(Checkpoint checkpoint) {
        List<Wrong> dismissed = places.dismiss();
        if (!dismissed.isEmpty()) {
            findings.add(Finding.between(
                    dismissed.get(0).position(),
                    dismissed.get(dismissed.size() - 1).position(),
                    Flaw.CHAIN_EDITED,
                    "The stored chain was edited; the log is what checkpoint %d says.",
                    checkpoint.number()));
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
        if (tracks.chainIs(checkpoint) || truncated && checkpoint.last() > endOfLog) {
            return; // Where the log is wrong was found on the way.
        }
        if (checkpoint.last() > endOfLog) {
            truncated(Math.max(endOfLog + 1, checkpoint.first()));
            return;
        }
        boolean followsLast = (last == null ? 0 : last.number()) == checkpoint.number() - 1;
        long from = followsLast ? checkpoint.first() : proven() + 1;
        findings.add(Finding.between(
                from,
                checkpoint.last(),
                tracks.isKeptWhole() ? Flaw.CHAIN_REBUILT : Flaw.SPAN_ALTERED,
                "What stands from %d to %d is not what checkpoint %d says.",
                from,
                checkpoint.last(),
                checkpoint.number()));
    }
}
