package dev.earshot.app.bench.calls;

import dev.earshot.app.bench.measure.Latencies;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** What the lives of one span were like. */
final class Figures {
    /** What is timed. The commands to their answer; the rest to when somebody hears of it. */
    enum Timed {
        REQUEST("request"),
        RINGING("request → ringing heard"),
        ACCEPT("accept"),
        BEAT("beat"),
        CONNECTED("accept → connected heard"),
        END("end"),
        SETTLED("end → earnings heard"),
        VISIBLE("end → earnings in the view");

        final String title;

        Timed(String title) {
            this.title = title;
        }
    }

    private final Map<Timed, Latencies> latencies = new EnumMap<>(Timed.class);
    private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();
    private final LongAdder done = new LongAdder();

    Figures() {
        for (Timed timed : Timed.values()) {
            latencies.put(timed, new Latencies());
        }
    }

    void took(Timed timed, long nanos) {
        latencies.get(timed).add(nanos);
    }

    void lived() {
        done.increment();
    }

    void failed(String why) {
        failures.computeIfAbsent(why, first -> new LongAdder()).increment();
    }

    long lives() {
        return done.sum();
    }

    long failures() {
        return failures.values().stream().mapToLong(LongAdder::sum).sum();
    }

    Latencies of(Timed timed) {
        return latencies.get(timed);
    }

    /** The reasons of failures, the most frequent first. */
    String reasons() {
        return failures.entrySet().stream()
                .sorted(Comparator.comparingLong(reason -> -reason.getValue().sum()))
                .limit(5)
                .map(reason -> reason.getValue() + " × " + reason.getKey())
                .collect(Collectors.joining("; "));
    }
}
