package dev.earshot.query.lab.tally;

import dev.earshot.api.simulation.Candidate;
import dev.earshot.query.lab.result.Fidelity;
import dev.earshot.query.lab.result.Fidelity.Difference;
import dev.earshot.query.lab.result.LeftOut;
import dev.earshot.query.lab.result.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a run comes to: one tally for each candidate, and how true the replay is. */
public final class Tallies {
    private final List<Tally> candidates = new ArrayList<>();
    private final First<Difference> first;
    private long checked;
    private long differing;

    public Tallies(int candidates, int listed) {
        for (int i = 0; i < candidates; i++) {
            this.candidates.add(new Tally(listed));
        }
        first = new First<>(listed, Comparator.comparingLong(Difference::position));
    }

    public Tally of(int candidate) {
        return candidates.get(candidate);
    }

    /** A call that came to just what was recorded. */
    public void reproduced() {
        checked++;
    }

    /** A call that did not. */
    public void differs(Difference difference) {
        checked++;
        differing++;
        first.add(difference);
    }

    /** Adds what another has. */
    public void add(Tallies more) {
        for (int i = 0; i < candidates.size(); i++) {
            candidates.get(i).add(more.candidates.get(i));
        }
        checked += more.checked;
        differing += more.differing;
        first.addAll(more.first);
    }

    public Fidelity fidelity() {
        return new Fidelity(checked, differing, first.list());
    }

    /** What is left out for there are fewer members or listeners than that; whose calls they are no candidate changes. */
    public List<LeftOut> leftOut(long leastMembers) {
        return candidates.stream()
                .findFirst()
                .map(any -> any.leftOut(leastMembers))
                .orElse(List.of());
    }

    /** One for each of the candidates, which are those it was made for; without the currencies that are left out. */
    public List<Outcome> outcomes(List<Candidate> asked, long leastMembers) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            outcomes.add(candidates.get(i).outcome(asked.get(i), leastMembers));
        }
        return outcomes;
    }
}
