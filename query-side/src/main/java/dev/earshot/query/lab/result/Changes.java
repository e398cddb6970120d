package dev.earshot.query.lab.result;

import java.util.List;

/**
 * How it would have changed for each of them.
 *
 * @param minor the change in minor units
 * @param basisPoints the change in ten thousandths of what really was, rounded down; without those who really had nothing
 * @param losers who loses most, in minor units: members by paying more, listeners by earning less; equal losses by their ids
 */
public record Changes(Spread minor, Spread basisPoints, List<Loser> losers) {
    public Changes {
        losers = List.copyOf(losers);
    }

    /** Somebody who loses: what they really paid or earned, and what it would have been. */
    public record Loser(String id, long baseline, long candidate) {}
}
