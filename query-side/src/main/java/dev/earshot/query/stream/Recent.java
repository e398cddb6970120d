package dev.earshot.query.stream;

import dev.earshot.api.id.AccountId;
import dev.earshot.query.news.Told;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The latest facts as this node's tail of the log told them, bounded. They bridge the moments between a stored view and
 * the tail: whoever connects finds everything either stored, or here, or told from now on.
 */
@Component
class Recent {
    private final Deque<Entry> entries = new ArrayDeque<>();
    private final int limit;
    /** Every fact behind this position is here; unknown before the first. */
    private long coversFrom = Long.MAX_VALUE;

    private long head;

    Recent(StreamSettings settings) {
        this.limit = settings.recent();
    }

    /** The tail has told what happened at this position to all who are connected. */
    synchronized void reach(long position) {
        coversFrom = Math.min(coversFrom, position - 1);
        head = position;
    }

    synchronized void add(long position, Told told) {
        entries.add(new Entry(position, told));
        if (entries.size() > limit) {
            coversFrom = entries.poll().position();
        }
    }

    /** What this account was told after {@code position}, as far as it is here. */
    synchronized Snapshot after(AccountId account, long position) {
        List<Entry> facts = entries.stream()
                .filter(entry -> entry.position() > position)
                .filter(entry -> entry.told().account().equals(account))
                .toList();
        return new Snapshot(facts, coversFrom, head);
    }

    record Entry(long position, Told told) {}

    /**
     * @param coversFrom every fact behind this position is here
     * @param head the tail has told everything up to this position; 0 before the first
     */
    record Snapshot(List<Entry> facts, long coversFrom, long head) {}
}
