package dev.earshot.query.audit.verify.finding;

import java.util.ArrayList;
import java.util.List;

/** What was found so far: all of it counted, the first of it kept. */
public final class Findings {
    private static final int KEPT = 100;

    private final List<Finding> kept = new ArrayList<>();
    private long count;

    public void add(Finding finding) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(finding);
        }
    }

    public long count() {
        return count;
    }

    /** In the order of the log. */
    public List<Finding> inOrder() {
        return kept.stream().sorted(Finding.IN_ORDER).toList();
    }
}
