package dev.earshot.command.shadow;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.id.BookId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.shadow.ShadowCommand.StartShadowPlan;
import dev.earshot.api.shadow.ShadowCommand.StopShadowPlan;
import dev.earshot.api.shadow.ShadowEvent.ShadowPlanStarted;
import dev.earshot.api.shadow.ShadowEvent.ShadowPlanStopped;
import dev.earshot.api.shadow.ShadowRefusal;
import dev.earshot.api.simulation.Candidate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * The house's one book of shadow plans. A candidate is started under its name and runs until it is stopped; started again
 * later, it begins anew. No more than a few run at once, for every call is priced by each of them.
 */
@Aggregate(type = "ShadowBook", snapshotTriggerDefinition = "shadowBookSnapshots")
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class ShadowBook {
    @AggregateIdentifier
    private BookId id;

    private Map<String, Candidate> running = new HashMap<>();
    private Set<String> known = new HashSet<>();

    ShadowBook() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StartShadowPlan command, ShadowSettings settings) throws Refused {
        Candidate candidate = command.candidate();
        Candidate before = running.get(candidate.name());
        if (candidate.equals(before)) {
            return;
        }
        if (before != null) {
            throw ShadowRefusal.SHADOW_PLAN_RUNNING.of("another candidate runs as %s; stop it first", candidate.name());
        }
        if (running.size() >= settings.mostPlans()) {
            throw ShadowRefusal.TOO_MANY_SHADOW_PLANS.of(
                    "%d run already, and no more may; stop one first", running.size());
        }
        apply(new ShadowPlanStarted(candidate, command.by(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StopShadowPlan command) throws Refused {
        if (!known.contains(command.name())) {
            throw ShadowRefusal.SHADOW_PLAN_UNKNOWN.of("there is no shadow plan %s", command.name());
        }
        if (running.containsKey(command.name())) {
            apply(new ShadowPlanStopped(command.name(), command.by(), command.at()));
        }
    }

    @EventSourcingHandler
    void on(ShadowPlanStarted event) {
        id = BookId.SHADOWS;
        running.put(event.candidate().name(), event.candidate());
        known.add(event.candidate().name());
    }

    @EventSourcingHandler
    void on(ShadowPlanStopped event) {
        running.remove(event.name());
    }
}
