package dev.earshot.app.generate;

import dev.earshot.api.call.CallEvent.CallRequested;
import dev.earshot.app.generate.town.Fact;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Tells every few seconds how far it is, and in the end what there is. */
final class Progress {
    private static final long EVERY = TimeUnit.SECONDS.toNanos(2);

    private final int wanted;
    private final PrintStream out;
    private final long begin = System.nanoTime();
    private long toldAt = begin;
    private long calls;
    private long events;

    Progress(int wanted, PrintStream out) {
        this.wanted = wanted;
        this.out = out;
    }

    void written(List<Fact> facts) {
        events += facts.size();
        calls += facts.stream()
                .filter(fact -> fact.payload() instanceof CallRequested)
                .count();
        if (System.nanoTime() - toldAt > EVERY) {
            toldAt = System.nanoTime();
            tell("");
        }
    }

    void done() {
        tell("done: ");
    }

    private void tell(String before) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        out.printf(
                Locale.ROOT,
                "%s%,d of %,d calls, %,d events, %.0f s, %,.0f calls/s, %,.0f events/s%n",
                before,
                calls,
                wanted,
                events,
                seconds,
                calls / seconds,
                events / seconds);
    }
}
