package dev.earshot.command.membership;

import dev.earshot.api.membership.DuesPurpose;
import dev.earshot.api.pricing.Tier;
import java.time.Instant;

/**
 * Dues that were asked for and can still pay something.
 *
 * @param from when the period that they pay begins; of a first one, when they are paid
 * @param creditLeft what is left of the member's credit when they are paid, minor units
 * @param declined whether the provider has said no; a payment told later is believed all the same
 */
record Ask(DuesPurpose purpose, Tier tier, Instant from, long creditLeft, boolean declined) {
    Ask refused() {
        return new Ask(purpose, tier, from, creditLeft, true);
    }

    boolean isOpen(DuesPurpose that) {
        return purpose == that && !declined;
    }
}
