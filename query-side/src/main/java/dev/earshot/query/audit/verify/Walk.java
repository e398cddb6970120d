package dev.earshot.query.audit.verify;

import dev.earshot.query.audit.chain.Block;
import dev.earshot.query.audit.verify.finding.CannotVerify;
import dev.earshot.query.audit.verify.finding.Finding;
import dev.earshot.query.audit.verify.finding.Findings;
import dev.earshot.query.audit.verify.finding.Flaw;
import dev.earshot.query.audit.verify.reading.ChainCursor;
import dev.earshot.query.audit.verify.reading.LogCursor;

/** Goes through log and stored chain side by side, in the order of positions, and lets each checkpoint on the way judge. */
final class Walk {
    private static final int TELL_EVERY = 4096;

    private final LogCursor log;
    private final ChainCursor chain;
    private final Tracks tracks;
    private final Places places;
    private final Judge judge;
    private final Findings findings;
    private final long endOfLog;
    private long events;

    Walk(
            LogCursor log,
            ChainCursor chain,
            Tracks tracks,
            Places places,
            Judge judge,
            Findings findings,
            long endOfLog) {
        this.log = log;
        this.chain = chain;
        this.tracks = tracks;
        this.places = places;
        this.judge = judge;
        this.findings = findings;
        this.endOfLog = endOfLog;
    }

    /** To the end; answers how many events there are. */
    long run(Progress progress, long all) {
        while (!log.isAtEnd() || !chain.isAtEnd()) {
            long position = Math.min(log.position(), chain.position());
            judge.reach(position);
            step(position);
            if (events % TELL_EVERY == 0) {
                progress.checked(events, all);
                if (progress.isCancelled()) {
                    throw new CannotVerify("The verification was given up");
                }
            }
        }
        judge.end();
        progress.checked(events, Math.max(events, all));
        return events;
    }

    private void step(long position) {
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
            judge.took();
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
            tracks.same(leaf);
            return;
        }
        byte[] expected = chain.leaves().hash(chain.index());
        tracks.inLog(leaf);
        tracks.inChain(expected);
        places.note(Wrong.edited(
                position,
                expected,
                chain.leaves().check(chain.index()),
                log.leaves().check(log.index())));
    }

    private void logAlone(long position) {
        tracks.inLog(log.leaves().hash(log.index()));
        if (chain.isWhole()) {
            places.note(Wrong.inserted(position));
        } else {
            tracks.lose(); // Behind the end of the chain, or in a hole of it: nothing is known of this place.
        }
    }

    private void chainAlone(long position) {
        byte[] expected = chain.leaves().hash(chain.index());
        tracks.inChain(expected);
        if (position <= endOfLog) {
            places.note(Wrong.removed(position, expected));
        } else {
            judge.truncated(position);
        }
    }

    private void checkHead() {
        Block block = chain.block();
        if (chain.isLastOfBlock() && tracks.isKeptWhole() && !tracks.leadTo(block.head())) {
            tracks.lose();
            findings.add(Finding.between(
                    block.leaves().position(0),
                    block.leaves().last(),
                    Flaw.CHAIN_EDITED,
                    "The links of block %d of the stored chain do not lead to its head.",
                    block.number()));
        }
    }
}
