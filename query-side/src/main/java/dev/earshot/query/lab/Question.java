package dev.earshot.query.lab;

import dev.earshot.api.simulation.Candidate;
import dev.earshot.api.simulation.Cohort;
import dev.earshot.api.simulation.Window;
import java.util.List;

/**
 * What is asked of the lab.
 *
 * @param candidates the terms to be tried
 * @param window whose calls, by the moment they were asked for
 * @param cohort of whom
 * @param leastMembers of how many members there are calls in a currency at least; the figures of fewer would tell of
 *     persons, so that currency is left out. Of as many listeners at least single ones are told of
 */
public record Question(List<Candidate> candidates, Window window, Cohort cohort, long leastMembers) {
    public Question {
        candidates = List.copyOf(candidates);
    }
}
