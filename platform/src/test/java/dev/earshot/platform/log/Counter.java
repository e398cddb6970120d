package dev.earshot.platform.log;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.earshot.api.refusal.RefusalCode;
import dev.earshot.api.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** The smallest thing that has a past. */
@Aggregate(cache = "walletCache", snapshotTriggerDefinition = "walletSnapshots")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY, getterVisibility = JsonAutoDetect.Visibility.NONE)
public class Counter {
    @AggregateIdentifier
    private String id;

    private long count;

    Counter() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(Count command) throws Refused {
        if (command.step() == 0) {
            throw No.NOTHING_TO_COUNT.of("a step of zero");
        }
        if (command.step() < 0) {
            throw new IllegalStateException("a bug");
        }
        apply(new Counted(command.id(), command.step()));
        return count;
    }

    @EventSourcingHandler
    void on(Counted event) {
        id = event.id();
        count += event.step();
    }

    /** Adds a step. */
    public record Count(@TargetAggregateIdentifier String id, long step) {}

    /** A step was added. */
    @Revision("1")
    public record Counted(String id, long step) {}

    enum No implements RefusalCode {
        NOTHING_TO_COUNT;

        @Override
        public Kind kind() {
            return Kind.UNPROCESSABLE;
        }
    }
}
