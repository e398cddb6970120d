package dev.earshot.api.pricing;

import java.util.ArrayList;
import java.util.List;

/**
 * The seconds a hold has granted, as legs in burn order without gaps (the quota of RFC 8506). Its cost is a pure function
 * of how long the call has lasted, so every debit is a difference of two costs and debits telescope.
 *
 * @param legs in burn order; the first begins at second 0 and each begins where the last ends
 */
public record Grant(List<Leg> legs) {
    public static final Grant NONE = new Grant(List.of());

    public Grant {
        legs = List.copyOf(legs);
        long next = 0;
        for (Leg leg : legs) {
            if (leg.fromSecond() != next) {
                throw new IllegalArgumentException("legs must join: expected " + next + ", got " + leg.fromSecond());
            }
            next = leg.endSecond();
        }
    }

    /** How long the call may last on this grant. */
    public long seconds() {
        return legs.isEmpty() ? 0 : last().endSecond();
    }

    /** This grant and more seconds at its end; a leg like the last one lengthens it instead of adding a rounding. */
    public Grant then(Pocket pocket, String lot, long seconds, Tariff tariff) {
        Leg next = new Leg(pocket, lot, seconds(), seconds, tariff);
        List<Leg> longer = new ArrayList<>(legs);
        if (!legs.isEmpty() && last().burnsLike(next)) {
            longer.set(legs.size() - 1, last().lengthenedBy(seconds));
        } else {
            longer.add(next);
        }
        return new Grant(longer);
    }

    /** The units this grant sets aside in one lot of one pocket. */
    public long held(Pocket pocket, String lot) {
        long held = 0;
        for (Leg leg : legs) {
            held += leg.pocket() == pocket && leg.lot().equals(lot) ? leg.held() : 0;
        }
        return held;
    }

    /** The seconds further seconds of this kind would lengthen: those of the last leg if it burns alike, else 0. */
    public long lengthenable(Pocket pocket, String lot, Tariff tariff) {
        return !legs.isEmpty() && last().burnsLike(new Leg(pocket, lot, seconds(), 1, tariff)) ? last().seconds() : 0;
    }

    /** What the call has come to after {@code callSeconds}, leg by leg; legs not yet begun are left out. */
    public List<Charge> chargesAt(long callSeconds) {
        List<Charge> charges = new ArrayList<>(legs.size());
        for (Leg leg : legs) {
            if (leg.fromSecond() < callSeconds) {
                charges.add(leg.chargeAt(callSeconds));
            }
        }
        return List.copyOf(charges);
    }

    /** What the listener has earned after {@code callSeconds}, minor units. */
    public long earnedAt(long callSeconds) {
        long earned = 0;
        for (Leg leg : legs) {
            earned += leg.earnedAt(callSeconds);
        }
        return earned;
    }

    private Leg last() {
        return legs.get(legs.size() - 1);
    }
}
