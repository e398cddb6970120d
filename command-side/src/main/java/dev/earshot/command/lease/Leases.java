package dev.earshot.command.lease;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The leases of one kind that this node watches. A beat renews a lease in memory in constant time; all leases of a kind
 * are equally long, so the cache keeps them in the order they run out. What was renewed is recorded by {@link #turn},
 * every second.
 *
 * <p>A lease that runs out is asked about before anybody acts: another node may have heard the holder meanwhile, or the
 * lease may have ended there.
 */
public final class Leases {
    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    private final LeaseTable table;
    private final Duration length;
    private final Lapse lapse;
    private final Cache<Lease, Instant> beats;
    private final Map<Lease, Instant> unrecorded = new ConcurrentHashMap<>();

    /** What to do about a holder of whom no node has heard for the length of the lease. */
    @FunctionalInterface
    public interface Lapse {
        /** Told with the last beat, possibly more than once for one lease. */
        void of(Lease lease, Instant lastBeat);
    }

    /** Leases of this length; lapses are told on the executor. */
    public Leases(LeaseTable table, Duration length, Lapse lapse, Executor executor) {
        this(table, length, lapse, executor, Ticker.systemTicker());
    }

    Leases(LeaseTable table, Duration length, Lapse lapse, Executor executor, Ticker ticker) {
        this.table = table;
        this.length = length;
        this.lapse = lapse;
        this.beats = Caffeine.newBuilder()
                .expireAfterWrite(length)
                .ticker(ticker)
                .executor(executor)
                .<Lease, Instant>removalListener((lease, lastBeat, cause) -> {
                    if (cause == RemovalCause.EXPIRED) {
                        runOut(lease, lastBeat);
                    }
                })
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

    /** Lets run out what is due, and records the beats since the last time in one statement. */
    void turn() {
        beats.cleanUp();
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
        table.silentSince(now.minus(length).minus(patience)).forEach(this::runOut);
    }

    private boolean renew(Lease lease, Instant at) {
        Instant newest = beats.asMap().computeIfPresent(lease, (same, beat) -> at.isAfter(beat) ? at : beat);
        if (newest == null) {
            return false;
        }
        unrecorded.put(lease, newest);
        return true;
    }

    private void runOut(Lease lease, Instant lastBeat) {
        if (beats.asMap().containsKey(lease)) {
            return; // They came back at the last moment.
        }
        try {
            Optional<Instant> recorded = table.lastBeat(lease);
            if (recorded.isPresent() && recorded.get().isAfter(lastBeat)) {
                watch(lease, recorded.get()); // Another node has heard them.
            } else if (recorded.isPresent()) {
                lapse.of(lease, lastBeat);
            }
        } catch (RuntimeException e) {
            LOG.warn("{} could not lapse; a sweep will find it", lease, e);
        }
    }
}
