package dev.earshot.query.lab.result;

/**
 * A currency that a result says nothing of, for calls of too few members are in it; or nothing of its listeners one by one, for
 * they are too few.
 *
 * @param currency its code
 * @param members how many members' calls are in it
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

    /** A currency in which fewer listeners than that earn. How many they are is not told, for what they earn in all is. */
    public static LeftOut ofListeners(String currency, long members, long least) {
        return new LeftOut(
                currency,
                members,
                "What single listeners would earn in " + currency + " is left out: they are fewer than " + least
                        + ", and their income could be read from it. Widen the window or the cohort to see it.");
    }
}
