package dev.earshot.app.bench.presence;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.PresenceId;
import dev.earshot.api.presence.PresenceCommand.GoLive;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLongArray;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** Many listeners, known by number, who go live by their own command, many to a transaction; and when each beat last. */
final class LiveListeners {
    private static final int AT_ONCE = 500;
    private static final long SILENT = -1;
    private static final long NOT_YET = 0;

    private final CommandBus commands;
    private final TransactionManager transactions;
    private final Clock clock;
    private final AtomicLongArray lastBeats;

    LiveListeners(int count, CommandBus commands, TransactionManager transactions, Clock clock) {
        this.lastBeats = new AtomicLongArray(count);
        this.commands = commands;
        this.transactions = transactions;
        this.clock = clock;
    }

    int count() {
        return lastBeats.length();
    }

    static AccountId account(int number) {
        return new AccountId(AccountId.PREFIX + String.format("%025d", number));
    }

    static PresenceId presence(int number) {
        return PresenceId.of(ListenerId.of(account(number)));
    }

    /** All go live, in the order of their numbers. */
    void goLive() {
        for (int first = 0; first < count(); first += AT_ONCE) {
            goLive(first, Math.min(first + AT_ONCE, count()));
        }
    }

    /** Notes that this one beats now. False when they do not: they are not live yet, or silent. */
    boolean beats(int number) {
        long last = lastBeats.get(number);
        return last != SILENT && last != NOT_YET && lastBeats.compareAndSet(number, last, clock.millis());
    }

    /** This one's app dies. Answers when they beat last, in milliseconds of the epoch. */
    long silence(int number) {
        return lastBeats.getAndSet(number, SILENT);
    }

    private void goLive(int first, int end) {
        var work = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("a crowd goes live"));
        work.attachTransaction(transactions);
        Instant now = clock.instant();
        work.execute(() -> {
            for (int number = first; number < end; number++) {
                FutureCallback<Object, Object> answer = new FutureCallback<>();
                commands.dispatch(GenericCommandMessage.asCommandMessage(new GoLive(presence(number), now)), answer);
                if (answer.getResult().isExceptional()) {
                    throw new IllegalStateException(answer.getResult().exceptionResult());
                }
            }
        });
        for (int number = first; number < end; number++) {
            lastBeats.set(number, now.toEpochMilli());
        }
    }
}
