package dev.earshot.app.bench.calls;

import dev.earshot.app.bench.measure.Latencies;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** When facts reached clients, while that is recorded. */
final class Arrivals {
    private final List<Ear.Heard> heard = new ArrayList<>();
    private boolean recording;

    synchronized void record(boolean now) {
        recording = now;
        if (now) {
            heard.clear();
        }
    }

    synchronized void note(Ear.Heard fact) {
        if (recording && fact.position() > 0) {
            heard.add(fact);
        }
    }

    synchronized long firstPosition() {
        return heard.stream().mapToLong(Ear.Heard::position).min().orElse(1);
    }

    /** From the commit of each fact to its arrival. */
    synchronized Latencies sinceCommit(Map<Long, Long> commitMicros) {
        Latencies latencies = new Latencies();
        for (Ear.Heard fact : heard) {
            Long commit = commitMicros.get(fact.position());
            if (commit != null) {
                latencies.add(1_000 * (fact.atMicros() - commit));
            }
        }
        return latencies;
    }

    /** From the time that each fact itself names to its arrival: deciding and committing it included. */
    synchronized Latencies sinceItsOwnTime() {
        Latencies latencies = new Latencies();
        for (Ear.Heard fact : heard) {
            long at = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(fact.field("at")));
            latencies.add(1_000 * (fact.atMicros() - at));
        }
        return latencies;
    }
}
