package dev.earshot.query.lab;

/** Hears how far a run has come. Called by the thread that runs, a few times a second at most. */
@FunctionalInterface
public interface Progress {
    /**
     * So many calls are done.
     *
     * @param all as many as were on the tape when it began; the last word is {@code done = all}
     */
    void heard(long done, long all);
}
