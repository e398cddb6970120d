package dev.earshot.wallet;

import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Terms;
import java.time.Instant;

/**
 * What is set aside for one running call.
 *
 * @param grant everything granted so far
 * @param placedAt decides the day a grace counts for
 */
record Hold(Terms terms, Grant grant, Instant placedAt) {
    boolean hasGrace() {
        return grant.legs().stream().anyMatch(leg -> leg.pocket() == Pocket.GRACE);
    }

    /** The cash it has set aside. */
    long cash() {
        return grant.held(Pocket.CASH, Leg.NO_LOT);
    }

    Hold grown(Grant longer) {
        return new Hold(terms, longer, placedAt);
    }
}
