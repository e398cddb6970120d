package dev.earshot.saga.open;

import java.time.Instant;
import java.util.Optional;

/** A process that follows one call until it is settled. */
public interface CallProcess {
    /** When it must be woken if nothing happens before; empty if nothing is to be waited for. */
    Optional<Instant> wakeAt();
}
