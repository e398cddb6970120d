package dev.earshot.query.lab.result;

/**
 * A currency that a result says nothing of: calls of too few members are in it.
 *
 * @param currency its code
 * @param members how many they are
 * @param why for people
 */
public record LeftOut(String currency, long members, String why) {
    /** A currency of so few members, where so many are expected at least. */
    public static LeftOut of(String currency, long members, long leastMembers) {
        return new LeftOut(
                currency,
                members,
                "Calls in " + currency + " are left out of everything above: they are of "
                        + (members == 1 ? "1 member" : members + " members") + ", and from figures of fewer than "
                        + leastMembers + " single people could be read. Widen the window or the cohort to see them.");
    }
}
