package dev.earshot.command.lease;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The leases of one kind that this node watches. A beat renews a lease in memory in constant time; all leases of a kind
 * are equally long, so the cache keeps them in the order they run out. What was renewed is recorded by {@link #turn},
 * every second.
 *
 * <p>A lease that runs out is asked about before anybody acts: another node may have heard the holder meanwhile, or the
 * lease may have ended there. Those that run out together, as when a network fails, are acted upon many at a time.
 *
 * <p>A beat within a second of the last one may not prolong the lease: the cache spares itself the work.
 */
public final class Leases {
    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
    private static final int TOGETHER = 50; // Whatever one lapse holds, it holds until the last of them is done.

    private final LeaseTable table;
    private final Duration length;
    private final Lapse lapse;
    private final Cache<Lease, Instant> beats;
    private final Map<Lease, Instant> unrecorded = new ConcurrentHashMap<>();
    private final Queue<Map.Entry<Lease, Instant>> ranOut = new ConcurrentLinkedQueue<>();
    private final Executor executor;

    /** What to do about holders of whom no node has heard for the length of the lease. */
    @FunctionalInterface
    public interface Lapse {
        /** Told with the last beats, possibly more than once for one lease; when it fails, again for each alone. */
        void of(Map<Lease, Instant> lastBeats);
    }

    /** Leases of this length; lapses are told on the executor. */
    public Leases(LeaseTable table, Duration length, Lapse lapse, Executor executor) {
        this(table, length, lapse, executor, Ticker.systemTicker());
    }

    Leases(LeaseTable table, Duration length, Lapse lapse, Executor executor, Ticker ticker) {
        this.table = table;
        this.length = length;
        this.lapse = lapse;
        this.executor = executor;
        this.beats = Caffeine.newBuilder()
                .expireAfterWrite(length)
                .ticker(ticker)
                .executor(executor)
                .<Lease, Instant>evictionListener((lease, lastBeat, cause) -> ranOut.add(Map.entry(lease, lastBeat)))
                .build();
    }

    /** Begins to watch a lease that stands in the table, for its whole length from now. */
    public void watch(Lease lease, Instant lastBeat) {
        beats.put(lease, lastBeat);
    }

    /** Renews a lease. False when there is none: it never began, or has ended. */
    public boolean beat(Lease lease, Instant at) {
        if (renew(lease, at)) {
            return true;
        }
        if (table.lastBeat(lease).isEmpty()) {
            return false;
        }
        watch(lease, at); // It began on another node, or before this one was started.
        unrecorded.put(lease, at);
        return true;
    }

    /** Stops watching a lease that has ended. */
    public void end(Lease lease) {
        beats.invalidate(lease);
        unrecorded.remove(lease);
    }

    /** How many leases this node watches. */
    public long watched() {
        return beats.estimatedSize();
    }

    /** Watches every lease any node knows: after a pause all holders get a whole length to come back. */
    void watchAll() {
        table.all().forEach(beats.asMap()::putIfAbsent);
    }

    /** Lets run out what is due. */
    void expire() {
        beats.cleanUp();
        lapse(ranOut);
    }

    /** Lets run out what is due, and records the beats since the last time in one statement. */
    void turn() {
        expire();
        Map<Lease, Instant> taken = new HashMap<>(unrecorded);
        if (taken.isEmpty()) {
            return;
        }
        Set<Lease> ended = new HashSet<>(taken.keySet());
        ended.removeAll(table.update(taken));
        taken.forEach(unrecorded::remove);
        ended.forEach(this::end); // Another node ended them.
    }

    /** Lets run out what was watched by a node that is no more. */
    void sweep(Instant now, Duration patience) {
        lapse(new ArrayDeque<>(
                table.silentSince(now.minus(length).minus(patience)).entrySet()));
    }

    private boolean renew(Lease lease, Instant at) {
        Instant newest = beats.asMap().computeIfPresent(lease, (same, beat) -> at.isAfter(beat) ? at : beat);
        if (newest == null) {
            return false;
        }
        unrecorded.put(lease, newest);
        return true;
    }

    private void lapse(Queue<Map.Entry<Lease, Instant>> silent) {
        while (!silent.isEmpty()) {
            Map<Lease, Instant> some = new HashMap<>();
            while (some.size() < TOGETHER && !silent.isEmpty()) {
                Map.Entry<Lease, Instant> one = silent.remove();
                some.put(one.getKey(), one.getValue());
            }
            executor.execute(() -> runOut(some));
        }
    }

    private void runOut(Map<Lease, Instant> silent) {
        silent.keySet().removeIf(beats.asMap()::containsKey); // They came back at the last moment.
        try {
            Map<Lease, Instant> recorded = table.lastBeats(silent.keySet());
            silent.keySet().retainAll(recorded.keySet());
            silent.entrySet().removeIf(one -> heardElsewhere(one.getKey(), one.getValue(), recorded));
            tell(silent);
        } catch (RuntimeException e) {
            LOG.warn("{} leases could not lapse; a sweep will find them", silent.size(), e);
        }
    }

    private boolean heardElsewhere(Lease lease, Instant lastBeat, Map<Lease, Instant> recorded) {
        boolean later = recorded.get(lease).isAfter(lastBeat);
        if (later) {
            watch(lease, recorded.get(lease));
        }
        return later;
    }

    private void tell(Map<Lease, Instant> silent) {
        try {
            lapse.of(silent);
        } catch (RuntimeException e) {
            if (silent.size() > 1) {
                silent.forEach((lease, lastBeat) -> tell(Map.of(lease, lastBeat))); // One must not hold up the others.
            } else {
                LOG.warn("{} could not lapse; a sweep will find it", silent.keySet(), e);
            }
        }
    }
}
