package dev.earshot.query.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * What one batch of events adds to one table. It is written once, just before the batch commits, in the transaction that
 * also stores how far the view has come; so each event counts exactly once.
 */
public final class Batch<T> {
    private final String key;
    private final Consumer<List<T>> write;

    /** What is added to this table, and how it is written. */
    public Batch(String table, Consumer<List<T>> write) {
        this.key = Batch.class.getName() + " " + table;
        this.write = write;
    }

    /** Adds to what the running batch of events will write. */
    public void add(T item) {
        var unit = CurrentUnitOfWork.get().root();
        List<T> items = unit.getOrComputeResource(key, absent -> {
            List<T> fresh = new ArrayList<>();
            unit.onPrepareCommit(ending -> write.accept(fresh));
            return fresh;
        });
        items.add(item);
    }
}
