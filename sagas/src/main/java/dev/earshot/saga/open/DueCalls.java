package dev.earshot.saga.open;

import dev.earshot.api.call.PromiseOverdue;
import dev.earshot.platform.trace.Correlation;
import dev.earshot.saga.BillingSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks all the time for calls whose promise has fallen due, and wakes their processes, again and again until they have moved
 * on. What is due is read from the state itself, so there is no alarm that could be lost.
 *
 * <p>It publishes {@link PromiseOverdue} instead of calling the process: so the one processor that owns the process is the
 * only one that ever changes it, on whatever node it was found due.
 */
@Component
class DueCalls {
    private static final int AT_ONCE = 1_000;

    private final OpenCallTable table;
    private final EventBus events;
    private final TransactionManager transactions;
    private final Clock clock;
    private final BillingSettings settings;

    DueCalls(
            OpenCallTable table,
            EventBus events,
            TransactionManager transactions,
            Clock clock,
            BillingSettings settings) {
        this.table = table;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "${billing.look-every}")
    void wake() {
        UnitOfWork<EventMessage<?>> work = DefaultUnitOfWork.startAndGet(null);
        work.attachTransaction(transactions);
        work.execute(() -> {
            Instant now = clock.instant();
            table.takeDue(now, now.plus(settings.askAgain()), AT_ONCE).forEach(call -> tell(call, now));
        });
    }

    /** What this leads to belongs to the story that opened the call. */
    private void tell(DueCall call, Instant now) {
        events.publish(new GenericEventMessage<>(
                new PromiseOverdue(call.callId(), now), Map.of(Correlation.ID, call.story())));
    }
}
