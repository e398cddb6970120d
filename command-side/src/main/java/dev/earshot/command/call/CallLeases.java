package dev.earshot.command.call;

import dev.earshot.api.call.CallEvent;
import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.command.lease.Lease;
import dev.earshot.command.lease.LeaseTable;
import dev.earshot.command.lease.Leases;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Both sides of a connected call hold a lease on it, by whatever evidence they were found to be there. The rows come and
 * go in the transaction of the fact, so that no crash can leave a call connected that nobody watches.
 */
@Component
@ProcessingGroup("leases")
class CallLeases {
    private final LeaseTable table;
    private final Leases leases;

    CallLeases(LeaseTable callLeaseTable, Leases callLeases) {
        this.table = callLeaseTable;
        this.leases = callLeases;
    }

    @EventHandler
    void on(CallConnected event, UnitOfWork<?> unit) {
        sidesOf(event).forEach(lease -> table.insert(lease, event.at()));
        unit.afterCommit(committed -> sidesOf(event).forEach(lease -> leases.watch(lease, event.at())));
    }

    @EventHandler
    void on(CallEnded event, UnitOfWork<?> unit) {
        table.delete(event.callId().value());
        unit.afterCommit(committed -> sidesOf(event).forEach(leases::end));
    }

    static Lease leaseOf(CallId callId, AccountId side) {
        return new Lease(callId.value(), side.value());
    }

    private static Stream<Lease> sidesOf(CallEvent event) {
        return Stream.of(
                        event.parties().memberId(), event.parties().listenerId().accountId())
                .map(side -> leaseOf(event.callId(), side));
    }
}
