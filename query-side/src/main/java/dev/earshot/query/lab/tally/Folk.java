package dev.earshot.query.lab.tally;

import dev.earshot.query.lab.result.Changes;
import dev.earshot.query.lab.result.Changes.Loser;
import java.util.Comparator;

/** How it changes for many people, each told once. */
final class Folk {
    private static final int BASIS = 10_000;

    private final int losesByMore;
    private final Longs minor = new Longs();
    private final Longs basisPoints = new Longs();
    private final First<Loser> losers;

    /** @param losesByMore 1 where more is a loss, -1 where less is */
    Folk(int losesByMore, int listed) {
        this.losesByMore = losesByMore;
        this.losers = new First<>(
                listed, Comparator.<Loser>comparingLong(loser -> -loss(loser)).thenComparing(Loser::id));
    }

    void add(String id, long baseline, long candidate) {
        long change = Math.subtractExact(candidate, baseline);
        minor.add(change);
        if (baseline != 0) {
            basisPoints.add(Math.floorDiv(Math.multiplyExact(change, BASIS), baseline));
        }
        Loser one = new Loser(id, baseline, candidate);
        if (loss(one) > 0) {
            losers.add(one);
        }
    }

    void add(Folk more) {
        minor.addAll(more.minor);
        basisPoints.addAll(more.basisPoints);
        losers.addAll(more.losers);
    }

    long size() {
        return minor.size();
    }

    Changes changes() {
        return new Changes(minor.spread(), basisPoints.spread(), losers.list());
    }

    private long loss(Loser loser) {
        return losesByMore * (loser.candidate() - loser.baseline());
    }
}
