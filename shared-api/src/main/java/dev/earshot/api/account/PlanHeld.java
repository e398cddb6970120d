package dev.earshot.api.account;

import dev.earshot.api.pricing.PlanVersion;
import java.util.Set;

/**
 * The answer to {@link AccountCommand.AskPlan}.
 *
 * @param version the monetization version the account is on
 * @param cashOverflow whether cash may pay what the plan's own means do not, where the plan leaves that to the member or
 *     to the member's tier
 * @param packs the versions of which it ever had packs, or a membership
 */
public record PlanHeld(PlanVersion version, boolean cashOverflow, Set<PlanVersion> packs) {}
