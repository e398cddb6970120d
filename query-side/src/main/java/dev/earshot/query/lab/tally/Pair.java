package dev.earshot.query.lab.tally;

import dev.earshot.query.lab.result.Change;

/** What really was, and what a candidate came to. */
final class Pair {
    final Sums baseline = new Sums();
    final Sums candidate = new Sums();

    void add(Sums real, Sums other) {
        baseline.add(real);
        candidate.add(other);
    }

    void add(Pair more) {
        add(more.baseline, more.candidate);
    }

    Change change() {
        return new Change(baseline.figures(), candidate.figures());
    }
}
