package dev.earshot.app.audit;

import dev.earshot.query.audit.verify.Progress;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Tells how far a verification is: over and over on one line of a terminal, or a line for each tenth where there is none. */
final class Meter implements Progress {
    private static final int ALL = 100;
    private static final int TENTH = 10;
    private static final long REFRESH = TimeUnit.MILLISECONDS.toNanos(200);

    private final PrintStream out;
    private final boolean isTerminal = System.console() != null;
    private final long start = System.nanoTime();
    private long told = start;
    private long tenth = -1;

    Meter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void checked(long events, long all) {
        long percent = all == 0 ? ALL : Math.min(ALL, events * ALL / all);
        long now = System.nanoTime();
        boolean isDue = isTerminal ? now - told > REFRESH || percent == ALL : percent / TENTH > tenth;
        if (!isDue) {
            return;
        }
        told = now;
        tenth = percent / TENTH;
        long rate = Math.round(events * 1e9 / Math.max(1, now - start));
        out.printf(
                Locale.ROOT,
                isTerminal
                        ? "\r%3d %%  %,d of %,d events, %,d a second   "
                        : "%3d %%  %,d of %,d events, %,d a second%n",
                percent,
                events,
                all,
                rate);
        out.flush();
    }

    @Override
    public boolean isCancelled() {
        return Thread.currentThread().isInterrupted();
    }
}
