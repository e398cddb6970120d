package dev.earshot.query.lab.tape;

import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.wallet.HoldDecline;
import java.util.Optional;

/**
 * What the wallet answered when it was asked for a hold.
 *
 * @param moment when
 * @param granted seconds, the grace among them; 0 where it said no
 * @param funded seconds without the grace
 * @param declined why it said no
 */
public record Placing(Moment moment, long granted, long funded, Optional<HoldDecline> declined) {
    static Placing of(Grant grant, Moment moment) {
        long grace = grant.legs().stream()
                .filter(leg -> leg.pocket() == Pocket.GRACE)
                .mapToLong(Leg::seconds)
                .sum();
        return new Placing(moment, grant.seconds(), grant.seconds() - grace, Optional.empty());
    }

    static Placing no(HoldDecline reason, Moment moment) {
        return new Placing(moment, 0, 0, Optional.of(reason));
    }

    public boolean hasGrace() {
        return funded < granted;
    }
}
