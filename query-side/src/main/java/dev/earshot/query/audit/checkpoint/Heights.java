package dev.earshot.query.audit.checkpoint;

import dev.earshot.query.audit.WhereTheLogIs;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** The highest number that this process knows to be signed, whatever the database says. */
@Component
@WhereTheLogIs
class Heights {
    private final AtomicLong highest = new AtomicLong();

    /** This number has been signed. */
    void reached(long number) {
        highest.accumulateAndGet(number, Math::max);
    }

    /**
     * @throws IllegalStateException if this number has been signed already: it is no longer in the database, so somebody took it out
     */
    void mayBecome(long number) {
        if (number <= highest.get()) {
            throw new IllegalStateException("Checkpoint " + number + " has been signed before, up to " + highest
                    + ", and is not in the database any more: it was cut. Verify the log before anything else");
        }
    }
}
