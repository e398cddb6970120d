package dev.earshot.query.ledger.entry;

import java.util.Map;

/**
 * Which provider made a payment, told by how its references begin. Facts carry the provider's reference and not its name.
 *
 * @param byBeginning names of providers by the beginnings of their references; the longest that fits counts
 */
public record Providers(Map<String, String> byBeginning) {
    /** Whose references nobody has told us the beginning of. */
    public static final String UNKNOWN = "other";

    public Providers {
        byBeginning = Map.copyOf(byBeginning);
    }

    /** The provider whose reference begins so. */
    public String of(String reference) {
        String longest = "";
        for (String beginning : byBeginning.keySet()) {
            if (reference.startsWith(beginning) && beginning.length() > longest.length()) {
                longest = beginning;
            }
        }
        return longest.isEmpty() ? UNKNOWN : byBeginning.get(longest);
    }
}
