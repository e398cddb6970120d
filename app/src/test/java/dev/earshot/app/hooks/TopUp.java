package dev.earshot.app.hooks;

import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.app.hooks.Told.What;
import java.util.List;

/**
 * A top-up of money or a pack.
 *
 * @param units what it brings: minor units of money, seconds, or tokens
 * @param spent how many of them are spent on a call before any hook is told; its payment was known at once then
 * @param course what happens to its payment
 */
record TopUp(int number, int wallet, Brings brings, long minor, long units, long spent, Course course) {
    private static final int TEN_YEARS = 3_650;

    /** What is bought. */
    enum Brings {
        CASH,
        /** Seconds in a lot of their own. */
        MOMENTS,
        /** They join the tokens that are there. */
        TOKENS
    }

    /** How it ends: its status and what has gone back of it, as its view shows them. */
    record End(String status, long refunded, long disputed, long reversed) {}

    boolean isSpent() {
        return spent > 0;
    }

    List<Told> told() {
        return course.told();
    }

    Money price() {
        return Money.of(minor, "USD");
    }

    Pack pack() {
        return brings == Brings.MOMENTS
                ? new Pack("moments", PlanVersion.MOMENTS, units, price(), TEN_YEARS)
                : new Pack("tokens", PlanVersion.TOKENS, units, price(), 0);
    }

    boolean isPaid() {
        return isSpent() || course.isTold(What.PAID);
    }

    End end() {
        if (isPaid()) {
            return new End("PAID", course.refunded(), course.disputed(), goneBack());
        }
        return new End(course.isTold(What.DECLINED) ? "DECLINED" : "REQUESTED", 0, 0, 0);
    }

    /** What is in its wallet in the end because of it: what was spent and has gone back is owed in money. */
    Holding holding() {
        if (!isPaid()) {
            return Holding.NOTHING;
        }
        if (brings == Brings.CASH) {
            return Holding.cash(minor - goneBack() - spent);
        }
        long taken = Math.min(units - spent, ceil(units * goneBack(), minor));
        long owed = Math.max(0, goneBack() - ceil(taken * minor, units));
        return new Holding(
                -owed,
                brings == Brings.MOMENTS ? units - spent - taken : 0,
                brings == Brings.TOKENS ? units - spent - taken : 0);
    }

    private long goneBack() {
        return Math.min(minor, course.refunded() + course.disputed());
    }

    private static long ceil(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
