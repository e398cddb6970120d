package dev.earshot.api.pricing;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * By what the new calls of an account are paid: the answer to {@code AskPlan}.
 *
 * @param version the monetization version the account is on
 * @param cashOverflow whether cash may pay what the plan's own means do not, where the plan leaves that to the member or
 *     to the member's tier
 * @param packs the versions of which it ever had packs, or a membership
 */
public record PlanHeld(PlanVersion version, boolean cashOverflow, Set<PlanVersion> packs) {
    /** What the account of a call held when these terms were frozen into it. */
    public static PlanHeld of(Terms terms) {
        Set<Pocket> burnt = terms.burnOrder().stream().map(Burn::pocket).collect(Collectors.toSet());
        Set<PlanVersion> packs = burnt.stream()
                .flatMap(pocket -> PriceList.packsIn(pocket).stream())
                .collect(Collectors.toSet());
        return new PlanHeld(terms.plan(), burnt.contains(Pocket.CASH), packs);
    }
}
