package dev.earshot.query.fold;

import dev.earshot.platform.log.head.LogHead;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets whoever has just made something read it: what a view does not know yet is not called unknown. */
@Component
public class CatchUp {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private final Positions positions;
    private final LogHead head;

    CatchUp(Positions positions, LogHead head) {
        this.positions = positions;
        this.head = head;
    }

    /**
     * What is found in this view. If nothing is, it is looked for once more when the view has heard of all that was in the
     * log at the time of asking, or after a second.
     */
    public <T> Optional<T> find(String view, Supplier<Optional<T>> search) {
        Optional<T> found = search.get();
        if (found.isPresent()) {
            return found;
        }
        long known = head.position();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (positions.of(view) < known && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return search.get();
    }
}
