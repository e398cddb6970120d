package dev.earshot.api.simulation;

import dev.earshot.api.id.ListenerId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Burn;
import dev.earshot.api.pricing.PlanHeld;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.pricing.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Other terms for calls that have really been made.
 *
 * @param name what people call it
 * @param prices the price list in the place of the one that was in force
 * @param plan the monetization version in the place of each account's own; empty for each account's own, else exactly one
 * @param rateBasisPoints what the listeners' own rates are multiplied by, 1 to 100 000; 10 000 leaves them as they are
 * @param leastSeconds the seconds that must be fundable for a call to be admitted, 1 to 3 600
 * @param burnOrder the pockets that burn, in this order, whatever the plan's own; promotions burn first unless they are
 *     named; empty for the plan's own order; of no account in calls paid by card
 * @param listenerBasisPoints what the rates of these listeners are multiplied by besides, in the same range
 */
public record Candidate(
        String name,
        PriceList prices,
        Set<PlanVersion> plan,
        int rateBasisPoints,
        long leastSeconds,
        List<Pocket> burnOrder,
        Map<ListenerId, Integer> listenerBasisPoints) {
    /** The multiplier that changes nothing. */
    public static final int SAME = 10_000;

    private static final int HIGHEST = 10 * SAME;
    private static final int LONGEST_NAME = 60;
    private static final long MOST_LEAST_SECONDS = 3_600;
    private static final Set<Pocket> NEVER_CHOSEN = Set.of(Pocket.GRACE, Pocket.CARD);

    public Candidate {
        plan = InOrder.of(plan, Comparator.naturalOrder());
        burnOrder = List.copyOf(burnOrder);
        listenerBasisPoints = InOrder.of(listenerBasisPoints, Comparator.comparing(ListenerId::value));
        check(!name.isBlank() && name.length() <= LONGEST_NAME, "a name has 1 to 60 characters");
        check(plan.size() <= 1, "one plan is expected, or none for each account's own");
        checkMultiplier(rateBasisPoints);
        listenerBasisPoints.values().forEach(Candidate::checkMultiplier);
        check(
                leastSeconds >= 1 && leastSeconds <= MOST_LEAST_SECONDS,
                "1 to 3600 seconds are the least that is fundable, not " + leastSeconds);
        check(
                new HashSet<>(burnOrder).size() == burnOrder.size()
                        && burnOrder.stream().noneMatch(NEVER_CHOSEN::contains),
                "a burn order names each of CASH, PROMO, TOKENS, MOMENTS and ALLOWANCE at most once, and no other pocket");
    }

    /** A price list and nothing else: plans, rates and orders as they are. */
    public static Candidate of(String name, PriceList prices, long leastSeconds) {
        return new Candidate(name, prices, Set.of(), SAME, leastSeconds, List.of(), Map.of());
    }

    /** Whether it is this price list and nothing else. */
    public boolean isOnly(PriceList list, long least) {
        return equals(of(name, list, least));
    }

    /** What this listener would have asked for, rounded down, where this is what they really asked for. */
    public Money rateOf(ListenerId listener, Money ratePerMinute) {
        long multiplied = Math.multiplyExact(Math.multiplyExact(ratePerMinute.minor(), rateBasisPoints), (long)
                listenerBasisPoints.getOrDefault(listener, SAME));
        return new Money(multiplied / SAME / SAME, ratePerMinute.currency());
    }

    /** The terms that a call to this listener would have had, where these are what it really had. */
    public Terms termsOf(ListenerId listener, Terms real) {
        Money rate = rateOf(listener, real.ratePerMinute());
        if (real.burns(Pocket.CARD)) {
            return prices.byCard(rate);
        }
        return termsFor(PlanHeld.of(real), rate);
    }

    private Terms termsFor(PlanHeld held, Money rate) {
        PlanHeld moved = plan.stream()
                .findFirst()
                .map(version -> new PlanHeld(version, held.cashOverflow(), held.packs()))
                .orElse(held);
        Terms own = prices.termsFor(moved, rate);
        return burnOrder.isEmpty() ? own : own.burning(chosen(rate));
    }

    private List<Burn> chosen(Money rate) {
        List<Pocket> order = new ArrayList<>(burnOrder);
        if (!order.contains(Pocket.PROMO)) {
            order.add(0, Pocket.PROMO);
        }
        return order.stream()
                .flatMap(pocket -> prices.burns(pocket, rate).stream())
                .toList();
    }

    private static void checkMultiplier(int basisPoints) {
        check(
                basisPoints >= 1 && basisPoints <= HIGHEST,
                "a rate is multiplied by 1 to 100000 basis points, not by " + basisPoints);
    }

    private static void check(boolean fulfilled, String expectation) {
        if (!fulfilled) {
            throw new IllegalArgumentException(expectation);
        }
    }
}
