package dev.earshot.query.lab.result;

import dev.earshot.api.simulation.Candidate;
import java.util.List;

/**
 * What one candidate would have come to, against what really was.
 *
 * @param calls what would have become of the calls
 * @param currencies the money, for each currency on its own, in the order of their codes
 * @param cutOff the first calls that would have been cut off, by their place in the log
 * @param refused the first calls that would have been refused
 */
public record Outcome(
        Candidate candidate,
        CallCounts calls,
        List<CurrencyOutcome> currencies,
        List<CutOff> cutOff,
        List<CutOff> refused) {
    public Outcome {
        currencies = List.copyOf(currencies);
        cutOff = List.copyOf(cutOff);
        refused = List.copyOf(refused);
    }
}
