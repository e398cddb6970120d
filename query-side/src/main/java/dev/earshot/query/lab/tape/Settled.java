package dev.earshot.query.lab.tape;

import dev.earshot.api.pricing.Charge;
import java.util.List;

/**
 * How the hold of a call was resolved.
 *
 * @param moment when
 * @param talked the seconds that were charged; 0 where everything was released
 * @param charges what they came to
 */
public record Settled(Moment moment, long talked, List<Charge> charges) {
    public Settled {
        charges = List.copyOf(charges);
    }
}
