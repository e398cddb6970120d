package dev.earshot.api.earnings;

import java.util.List;

/**
 * How talk in a week raises what is earned in it: the highest tier that the week's talk has reached applies to all of the
 * week's earnings. So the bonus of a week hangs on its totals alone, in whatever order its calls are credited.
 *
 * @param tiers in any order; without one nothing is raised
 */
public record ActivityTiers(List<Tier> tiers) {
    private static final long PLAIN = 10_000;
    private static final long HOUR = 3_600;

    public ActivityTiers {
        tiers = List.copyOf(tiers);
    }

    /**
     * From so much talk on, earnings count so much.
     *
     * @param fromHours of talk in one week
     * @param basisPoints what earnings are multiplied by: 11 000 is ×1.1; never below 10 000
     */
    public record Tier(long fromHours, long basisPoints) {
        public Tier {
            if (fromHours < 0 || basisPoints < PLAIN) {
                throw new IllegalArgumentException(
                        "a tier from " + fromHours + " hours with " + basisPoints + " basis points is none");
            }
        }

        private boolean isReachedBy(long seconds) {
            return seconds >= Math.multiplyExact(fromHours, HOUR);
        }
    }

    /**
     * What a week adds to its earnings, in minor units. The one rounding of bonuses: down, once for all of the week.
     *
     * @param seconds talked in the week so far
     * @param earned credited for the week's calls so far, minor units
     */
    public long bonus(long seconds, long earned) {
        long basisPoints = tiers.stream()
                .filter(tier -> tier.isReachedBy(seconds))
                .mapToLong(Tier::basisPoints)
                .max()
                .orElse(PLAIN);
        return Math.multiplyExact(earned, basisPoints - PLAIN) / PLAIN;
    }
}
