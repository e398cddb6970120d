package dev.earshot.query.audit.verify;

import java.util.ArrayList;
import java.util.List;

/** What was found so far: all of it counted, the first of it kept. */
final class Findings {
    private static final int KEPT = 100;

    private final List<Finding> kept = new ArrayList<>();
    private long count;

    void add(Finding finding) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(finding);
        }
    }

    long count() {
        return count;
    }

    /** In the order of the log. */
    List<Finding> inOrder() {
        return kept.stream().sorted(Finding.IN_ORDER).toList();
    }
}
