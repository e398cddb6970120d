package dev.earshot.saga.alarm;

import dev.earshot.api.call.PromiseOverdue;
import dev.earshot.api.id.CallId;
import dev.earshot.saga.BillingSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks now and then for calls whose alarm did not go off, and wakes them. It does not depend on what keeps the alarms. */
@Component
class OverdueSweep {
    private static final int AT_ONCE = 1_000;

    private final OpenCalls openCalls;
    private final EventBus events;
    private final TransactionManager transactions;
    private final Clock clock;
    private final Duration every;

    OverdueSweep(
            OpenCalls openCalls,
            EventBus events,
            TransactionManager transactions,
            Clock clock,
            BillingSettings settings) {
        this.openCalls = openCalls;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
        this.every = settings.sweepEvery();
    }

    /** Wakes the calls that are overdue by a whole interval: an alarm that is merely late is left to itself. */
    @Scheduled(initialDelayString = "${billing.sweep-every:30s}", fixedDelayString = "${billing.sweep-every:30s}")
    void sweep() {
        UnitOfWork<EventMessage<?>> work = DefaultUnitOfWork.startAndGet(null);
        work.attachTransaction(transactions);
        work.execute(() -> {
            Instant now = clock.instant();
            List<CallId> overdue = openCalls.takeOverdue(now.minus(every), now, AT_ONCE);
            overdue.forEach(call -> events.publish(GenericEventMessage.asEventMessage(new PromiseOverdue(call, now))));
        });
    }
}
