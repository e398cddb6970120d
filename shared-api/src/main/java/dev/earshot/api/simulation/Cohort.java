package dev.earshot.api.simulation;

import dev.earshot.api.id.ListenerId;
import dev.earshot.api.pricing.PlanVersion;
import java.util.Comparator;
import java.util.Set;

/**
 * Whose calls are looked at. An empty set means all. The sets keep an order of their own, so that the same cohort is always
 * written alike.
 *
 * @param versions the monetization versions of the calls
 * @param listeners whom they were made to
 * @param countries the members' countries, each a code of two capital letters (ISO 3166)
 * @param sampleBasisPoints the part of the accounts that is drawn at random, 1 to 10 000
 * @param seed what the draw depends on besides the account
 */
public record Cohort(
        Set<PlanVersion> versions, Set<ListenerId> listeners, Set<String> countries, int sampleBasisPoints, long seed) {
    /** All the accounts there are. */
    public static final int WHOLE = 10_000;

    private static final String COUNTRY = "[A-Z]{2}";

    public Cohort {
        versions = InOrder.of(versions, Comparator.naturalOrder());
        listeners = InOrder.of(listeners, Comparator.comparing(ListenerId::value));
        countries = InOrder.of(countries, Comparator.naturalOrder());
        for (String country : countries) {
            if (!country.matches(COUNTRY)) {
                throw new IllegalArgumentException("a country is two capital letters such as DE, not " + country);
            }
        }
        if (sampleBasisPoints < 1 || sampleBasisPoints > WHOLE) {
            throw new IllegalArgumentException("a sample is 1 to 10000 basis points, not " + sampleBasisPoints);
        }
    }

    /** Everybody. */
    public static Cohort everybody() {
        return new Cohort(Set.of(), Set.of(), Set.of(), WHOLE, 0);
    }

    /** Whether nobody is left out. */
    public boolean isEverybody() {
        return versions.isEmpty() && listeners.isEmpty() && countries.isEmpty() && sampleBasisPoints == WHOLE;
    }
}
