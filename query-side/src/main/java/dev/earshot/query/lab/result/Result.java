package dev.earshot.query.lab.result;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.earshot.api.simulation.Cohort;
import dev.earshot.api.simulation.Window;
import java.util.List;

/**
 * What a run of the lab came to. The same inputs on the same tape give the same result, to the byte, however many threads
 * worked on it.
 *
 * @param inputs SHA-256 over all that was asked for, the rules of renewal, and the end of the tape, as hexadecimal
 * @param tapePosition the last place of the log that was on the tape
 * @param window whose calls
 * @param cohort of whom
 * @param fidelity whether the terms really in force reproduce what was really charged; without that nothing else counts
 * @param outcomes one for each candidate, in the order asked
 * @param leftOut the currencies that the outcomes say nothing of, or nothing of their listeners one by one
 * @param assumptions what was taken for granted, in words
 */
public record Result(
        String inputs,
        long tapePosition,
        Window window,
        Cohort cohort,
        Fidelity fidelity,
        List<Outcome> outcomes,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<LeftOut> leftOut,
        List<String> assumptions) {
    public Result {
        outcomes = List.copyOf(outcomes);
        leftOut = List.copyOf(leftOut);
        assumptions = List.copyOf(assumptions);
    }

    /** Whether the figures may be relied on. */
    public boolean isValid() {
        return fidelity.isValid();
    }
}
