package dev.earshot.app.bench.presence;

import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.PresenceId;
import dev.earshot.api.presence.PresenceCommand.GoLive;
import dev.earshot.command.lease.Lease;
import dev.earshot.command.lease.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/**
 * Many listeners who go live by their own command, many to a transaction, and then beat as their apps would: each every
 * 60 seconds, all of them spread evenly, through what the HTTP endpoint of beats calls.
 */
final class LiveListeners implements AutoCloseable {
    static final Duration BEAT = Duration.ofSeconds(60);
    private static final int AT_ONCE = 500;
    private static final int GROUP = 50;
    private static final long SILENT = -1;

    private final CommandBus commands;
    private final TransactionManager transactions;
    private final Leases leases;
    private final Clock clock;
    private final AtomicLongArray lastBeats;
    private final AtomicLong beats = new AtomicLong();
    private final ScheduledExecutorService hearts = Executors.newSingleThreadScheduledExecutor();

    LiveListeners(int count, CommandBus commands, TransactionManager transactions, Leases leases, Clock clock) {
        this.lastBeats = new AtomicLongArray(count);
        this.commands = commands;
        this.transactions = transactions;
        this.leases = leases;
        this.clock = clock;
    }

    /** All go live. Their hearts beat from then on. */
    void goLive() {
        long begin = System.nanoTime();
        for (int first = 0; first < lastBeats.length(); first += AT_ONCE) {
            int end = Math.min(first + AT_ONCE, lastBeats.length());
            goLive(first, end);
            for (int group = first; group < end; group += GROUP) {
                beatFromNowOn(group, Math.min(group + GROUP, end), begin);
            }
        }
    }

    long beats() {
        return beats.get();
    }

    /** This one's app dies. Answers when it was heard last, in milliseconds of the epoch. */
    long silence(int number) {
        return lastBeats.getAndSet(number, SILENT);
    }

    static PresenceId presence(int number) {
        return PresenceId.of(new ListenerId(ListenerId.PREFIX + String.format("%025d", number)));
    }

    @Override
    public void close() {
        hearts.shutdownNow();
    }

    private void goLive(int first, int end) {
        var work = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("a crowd goes live"));
        work.attachTransaction(transactions);
        work.execute(() -> {
            for (int number = first; number < end; number++) {
                Instant now = clock.instant();
                FutureCallback<Object, Object> answer = new FutureCallback<>();
                commands.dispatch(GenericCommandMessage.asCommandMessage(new GoLive(presence(number), now)), answer);
                if (answer.getResult().isExceptional()) {
                    throw new IllegalStateException(answer.getResult().exceptionResult());
                }
                lastBeats.set(number, now.toEpochMilli());
            }
        });
    }

    private void beatFromNowOn(int first, int end, long begin) {
        long since = System.nanoTime() - begin;
        long turn = BEAT.toNanos() * first / lastBeats.length();
        long delay = Math.floorMod(turn - since, BEAT.toNanos());
        hearts.scheduleAtFixedRate(() -> beat(first, end), delay, BEAT.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void beat(int first, int end) {
        for (int number = first; number < end; number++) {
            long last = lastBeats.get(number);
            Instant now = clock.instant();
            if (last != SILENT && lastBeats.compareAndSet(number, last, now.toEpochMilli())) {
                leases.beat(Lease.of(presence(number).value()), now);
                beats.incrementAndGet();
            }
        }
    }
}
