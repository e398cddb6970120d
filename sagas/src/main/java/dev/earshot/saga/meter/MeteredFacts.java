package dev.earshot.saga.meter;

import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import dev.earshot.saga.meter.running.Changes;
import dev.earshot.saga.meter.running.OwnedSegments;
import dev.earshot.saga.meter.running.RunningCallTable;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Hears which calls run on what grant. A batch is folded, written with a few statements just before it commits, and only
 * then taken into memory: nothing is metered that a crash would undo.
 */
@Component
@ProcessingGroup("meter")
class MeteredFacts {
    private final RunningCallTable table;
    private final OwnedSegments segments;

    MeteredFacts(RunningCallTable table, OwnedSegments segments) {
        this.table = table;
        this.segments = segments;
    }

    @EventHandler
    void on(HoldPlaced fact, UnitOfWork<?> batch) {
        changesOf(batch).place(fact.callId(), fact.walletId(), fact.grant());
    }

    @EventHandler
    void on(HoldExtended fact, UnitOfWork<?> batch) {
        changesOf(batch).extend(fact.callId(), fact.grant());
    }

    @EventHandler
    void on(CallConnected fact, UnitOfWork<?> batch) {
        changesOf(batch).connect(fact.callId(), fact.at());
    }

    @EventHandler
    void on(CallEnded fact, UnitOfWork<?> batch) {
        changesOf(batch).remove(fact.callId());
    }

    @EventHandler
    void on(HoldCaptured fact, UnitOfWork<?> batch) {
        changesOf(batch).remove(fact.callId());
    }

    @EventHandler
    void on(HoldReleased fact, UnitOfWork<?> batch) {
        changesOf(batch).remove(fact.callId());
    }

    private Changes changesOf(UnitOfWork<?> batch) {
        return batch.root().getOrComputeResource(Changes.class.getName(), key -> begin(batch.root()));
    }

    private Changes begin(UnitOfWork<?> batch) {
        Changes changes = new Changes();
        batch.onPrepareCommit(unit -> table.write(changes));
        batch.afterCommit(unit -> segments.apply(changes));
        batch.onRollback(unit -> segments.doubt(changes));
        return changes;
    }
}
