package dev.earshot.command.presence;

import dev.earshot.api.id.PresenceId;
import dev.earshot.api.presence.PresenceEvent;
import dev.earshot.api.presence.PresenceEvent.ListenerLapsed;
import dev.earshot.api.presence.PresenceEvent.ListenerWentLive;
import dev.earshot.api.presence.PresenceEvent.ListenerWentOffline;
import dev.earshot.command.lease.Lease;
import dev.earshot.command.lease.LeaseTable;
import dev.earshot.command.lease.Leases;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Whoever is live holds a lease on it. The row comes and goes in the transaction of the fact, so that no crash can leave a
 * listener live whom nobody watches.
 */
@Component
@ProcessingGroup("leases")
class PresenceLeases {
    private final LeaseTable table;
    private final Leases leases;

    PresenceLeases(LeaseTable presenceLeaseTable, Leases presenceLeases) {
        this.table = presenceLeaseTable;
        this.leases = presenceLeases;
    }

    @EventHandler
    void on(ListenerWentLive event, UnitOfWork<?> unit) {
        Lease lease = leaseOf(event.presenceId());
        table.insert(lease, event.at());
        unit.afterCommit(committed -> leases.watch(lease, event.at()));
    }

    @EventHandler
    void on(ListenerWentOffline event, UnitOfWork<?> unit) {
        end(event, unit);
    }

    @EventHandler
    void on(ListenerLapsed event, UnitOfWork<?> unit) {
        end(event, unit);
    }

    static Lease leaseOf(PresenceId presenceId) {
        return Lease.of(presenceId.value());
    }

    private void end(PresenceEvent event, UnitOfWork<?> unit) {
        table.delete(event.presenceId().value());
        unit.afterCommit(committed -> leases.end(leaseOf(event.presenceId())));
    }
}
