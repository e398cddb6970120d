package dev.earshot.app.lives.paper;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a listener has earned, as slips in a box. */
final class Coins {
    private static final Duration HOLDING = Duration.ofDays(7);

    private final List<Slip> slips = new ArrayList<>();
    private final Map<String, Long> direct = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private long penalties;
    private long clawedBack;

    private static final class Slip {
        final String call;
        final long minor;
        final long talked;
        final boolean bonus;
        final Instant at;
        long ripe;

        Slip(String call, long minor, long talked, boolean bonus, Instant at) {
            this.call = call;
            this.minor = minor;
            this.talked = talked;
            this.bonus = bonus;
            this.at = at;
        }

        LocalDate monday() {
            LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
            while (day.getDayOfWeek() != DayOfWeek.MONDAY) {
                day = day.minusDays(1);
            }
            return day;
        }
    }

    void earn(String call, long minor, long talked, Instant at) {
        Slip credit = new Slip(call, minor, talked, false, at);
        slips.add(credit);
        long seconds = 0;
        long earned = 0;
        long rewarded = 0;
        for (Slip slip : slips) {
            if (slip.monday().equals(credit.monday())) {
                seconds += slip.talked;
                earned += slip.bonus ? 0 : slip.minor;
                rewarded += slip.bonus ? slip.minor : 0;
            }
        }
        long percent = seconds >= 2 * 3_600 ? 25 : seconds >= 3_600 ? 10 : 5;
        long more = earned * percent / 100 - rewarded;
        if (more > 0) {
            slips.add(new Slip("", more, 0, true, at));
        }
        release(call);
    }

    void mature(Instant at) {
        for (Slip slip : slips) {
            if (!slip.at.plus(HOLDING).isAfter(at)) {
                slip.ripe = slip.minor;
            }
        }
    }

    /** What the listener has already is pending no more. */
    void settleDirectly(String call, long minor) {
        direct.merge(call, minor, Long::sum);
        release(call);
    }

    private void release(String call) {
        for (Slip slip : slips) {
            if (slip.call.equals(call)) {
                slip.ripe = Math.max(slip.ripe, Math.min(slip.minor, direct.getOrDefault(call, 0L)));
            }
        }
    }

    void penalise(String name, long minor) {
        penalties += seen.add("penalty " + name) ? minor : 0;
    }

    void clawBack(String name, long minor) {
        clawedBack += seen.add("clawback " + name) ? minor : 0;
    }

    @Override
    public String toString() {
        long earned = 0;
        long bonuses = 0;
        long ripe = 0;
        for (Slip slip : slips) {
            earned += slip.bonus ? 0 : slip.minor;
            bonuses += slip.bonus ? slip.minor : 0;
            ripe += slip.ripe;
        }
        long paidOut = direct.values().stream().mapToLong(Long::longValue).sum();
        return "%d + %d bonus - %d penalties - %d clawed back, %d pending, %d available, %d paid out"
                .formatted(
                        earned,
                        bonuses,
                        penalties,
                        clawedBack,
                        earned + bonuses - ripe,
                        ripe - penalties - clawedBack - paidOut,
                        paidOut);
    }
}
