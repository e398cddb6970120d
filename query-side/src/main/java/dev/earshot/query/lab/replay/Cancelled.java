package dev.earshot.query.lab.replay;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Looks whether a run is wanted no more. */
public final class Cancelled {
    private Cancelled() {}

    /** Throws {@link CancellationException} if so. */
    public static void check(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the run is wanted no more");
        }
    }
}
