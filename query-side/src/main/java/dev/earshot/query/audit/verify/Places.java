package dev.earshot.query.audit.verify;

import java.util.ArrayList;
import java.util.List;

/** Where log and chain disagree. It is open which of the two is wrong until the next checkpoint tells; all of it is counted, the first of it kept. */
final class Places {
    private static final int KEPT = 100;

    private final List<Wrong> open = new ArrayList<>();
    private final List<Wrong> confirmed = new ArrayList<>();
    /** All of them, those that are not kept included, and how many of these were before the last checkpoint. */
    private long count;

    private long countBefore;

    void note(Wrong place) {
        count++;
        if (open.size() < KEPT) {
            open.add(place);
        }
    }

    /** What is open is the log's fault. */
    void confirm() {
        confirmed.addAll(open.subList(0, Math.min(open.size(), KEPT - confirmed.size())));
        open.clear();
        countBefore = count;
    }

    /** What is open is the chain's fault; answers what it was. */
    List<Wrong> dismiss() {
        List<Wrong> dismissed = List.copyOf(open);
        open.clear();
        count = countBefore;
        return dismissed;
    }

    List<Wrong> confirmed() {
        return confirmed;
    }

    /** How many places of the log are wrong beyond those that are kept. */
    long uncounted() {
        return count - confirmed.size();
    }
}
