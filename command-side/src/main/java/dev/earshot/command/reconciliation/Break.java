package dev.earshot.command.reconciliation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.BreakId;
import dev.earshot.api.reconciliation.BreakCommand.CloseBreak;
import dev.earshot.api.reconciliation.BreakCommand.FindBreak;
import dev.earshot.api.reconciliation.BreakCommand.ResolveBreak;
import dev.earshot.api.reconciliation.BreakEvent.BreakClosed;
import dev.earshot.api.reconciliation.BreakEvent.BreakFound;
import dev.earshot.api.reconciliation.BreakEvent.BreakResolved;
import dev.earshot.api.reconciliation.Finding;
import dev.earshot.api.reconciliation.ReconciliationRefusal;
import dev.earshot.api.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * A contradiction between two books about one thing: found, then closed by itself once the books agree, or resolved by finance
 * with a note. What was closed is found again when the books part again; what was resolved only when they say something else
 * than what finance has looked into.
 */
@Aggregate(type = "Break", snapshotTriggerDefinition = "breakSnapshots")
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Break {
    @AggregateIdentifier
    private BreakId id;

    private State state;
    private Finding finding;
    private AccountId resolvedBy; // Absent before it was resolved, as is the note.
    private String note;

    Break() {}

    private enum State {
        OPEN,
        CLOSED,
        RESOLVED
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(FindBreak command) {
        boolean known = id != null && state != State.CLOSED && command.finding().saysLike(finding);
        if (!known) {
            apply(new BreakFound(command.breakId(), command.finding(), command.source(), command.at()));
        }
    }

    @CommandHandler
    void handle(CloseBreak command) {
        if (state == State.OPEN) {
            apply(new BreakClosed(id, command.source(), command.at()));
        }
    }

    @CommandHandler
    void handle(ResolveBreak command) throws Refused {
        if (state == State.CLOSED) {
            throw ReconciliationRefusal.BREAK_CLOSED.of("The books agree by now; there is nothing to resolve.");
        }
        if (state == State.OPEN) {
            apply(new BreakResolved(id, command.by(), command.reason(), command.note(), command.at()));
        } else if (!isRepeated(command)) {
            throw ReconciliationRefusal.BREAK_RESOLVED.of("It was resolved before; see its history.");
        }
    }

    private boolean isRepeated(ResolveBreak command) {
        return command.by().equals(resolvedBy) && command.note().equals(note);
    }

    @EventSourcingHandler
    void on(BreakFound event) {
        id = event.breakId();
        state = State.OPEN;
        finding = event.finding();
    }

    @EventSourcingHandler
    void on(BreakClosed event) {
        state = State.CLOSED;
    }

    @EventSourcingHandler
    void on(BreakResolved event) {
        state = State.RESOLVED;
        resolvedBy = event.by();
        note = event.note();
    }
}
