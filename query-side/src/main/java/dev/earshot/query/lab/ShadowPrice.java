package dev.earshot.query.lab;

import dev.earshot.api.id.ListenerId;
import dev.earshot.api.pricing.Burn;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Tariff;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.simulation.Candidate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one settled call would have come to under a candidate, second by second from the pockets that really paid: each leg at
 * the candidate's price for its pocket. Pure, and for one call alone: whether the means would have lasted, {@link Lab} knows.
 *
 * @param real what the call really came to
 * @param candidate what it would have come to
 */
public record ShadowPrice(List<Charge> real, List<Charge> candidate) {
    public ShadowPrice {
        real = List.copyOf(real);
        candidate = List.copyOf(candidate);
    }

    /**
     * Prices a call again.
     *
     * @param listener whom it was made to
     * @param terms its own terms
     * @param grant all that was granted
     * @param talkedSeconds how long it talked
     */
    public static ShadowPrice of(
            Candidate candidate, ListenerId listener, Terms terms, Grant grant, long talkedSeconds) {
        Terms other = candidate.termsOf(listener, terms);
        Grant repriced = Grant.NONE;
        for (Leg leg : grant.legs()) {
            repriced = repriced.then(leg.pocket(), leg.lot(), leg.seconds(), price(leg, other, candidate));
        }
        return new ShadowPrice(grant.chargesAt(talkedSeconds), repriced.chargesAt(talkedSeconds));
    }

    /** What was charged in money beyond what really was; negative where it would have been less. */
    public long moneyChange() {
        return money(candidate) - money(real);
    }

    /** How much more the platform would have kept of what was charged in money. */
    public long feeChange() {
        return candidate.stream().mapToLong(Charge::fee).sum()
                - real.stream().mapToLong(Charge::fee).sum();
    }

    /** How much more the listener would have earned. */
    public long earnedChange() {
        return candidate.stream().mapToLong(Charge::earned).sum()
                - real.stream().mapToLong(Charge::earned).sum();
    }

    /** The candidate's price for a leg of this kind; the real one where it has none, such as for seconds of a lost kind of lot. */
    private static Tariff price(Leg leg, Terms other, Candidate candidate) {
        if (leg.pocket() == Pocket.GRACE) {
            return other.graceTariff();
        }
        Stream<Burn> own = other.burnOrder().stream();
        Stream<Burn> listed = candidate.prices().burns(leg.pocket(), other.ratePerMinute()).stream();
        return Stream.concat(own, listed)
                .filter(burn -> burn.pocket() == leg.pocket()
                        && burn.tariff().unit() == leg.tariff().unit())
                .map(Burn::tariff)
                .findFirst()
                .orElse(leg.tariff());
    }

    private static long money(List<Charge> charges) {
        return charges.stream()
                .filter(charge -> charge.pocket() == Pocket.CASH || charge.pocket() == Pocket.CARD)
                .mapToLong(Charge::charged)
                .sum();
    }
}
