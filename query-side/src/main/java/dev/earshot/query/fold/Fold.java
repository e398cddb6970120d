package dev.earshot.query.fold;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Folds events into rows of one table: reads the rows a batch touches, lets each event change its row in log order, and
 * writes them back together.
 */
public final class Fold<S extends Folded> {
    private final Rows<S> rows;
    private final Function<String, S> fresh;
    private final Batch<Change<S>> batch;

    /** A fold over the rows of this table; {@code fresh} makes the row of a key that has none yet. */
    public Fold(String table, Rows<S> rows, Function<String, S> fresh) {
        this.rows = rows;
        this.fresh = fresh;
        this.batch = new Batch<>(table, this::write);
    }

    /** Lets the event at {@code entry} change the row of {@code key}. */
    public void change(String key, LogEntry entry, Consumer<S> change) {
        batch.add(new Change<>(key, entry, change));
    }

    private void write(List<Change<S>> changes) {
        Set<String> keys = new TreeSet<>();
        changes.forEach(change -> keys.add(change.key()));
        Map<String, S> states = new LinkedHashMap<>(rows.load(keys));
        for (var change : changes) {
            S state = states.computeIfAbsent(change.key(), fresh);
            if (state.reach(change.entry())) {
                change.how().accept(state);
            }
        }
        rows.save(states.values());
    }

    /** How rows are read and written, each in one statement whatever their number. */
    public interface Rows<S> {
        /**
         * The rows of these keys, each given once; keys without a row are absent. They are found by a join with {@code unnest}:
         * a plan for {@code = ANY} that is made while the table is empty, as when its view is built again, may compare every
         * key with every row from then on.
         */
        Map<String, S> load(Collection<String> keys);

        /** Inserts or replaces. */
        void save(Collection<S> states);
    }

    private record Change<S>(String key, LogEntry entry, Consumer<S> how) {}
}
