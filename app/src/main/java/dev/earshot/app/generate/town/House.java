package dev.earshot.app.generate.town;

import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** The aggregates of one town, the very classes that decide in production, kept in memory as they are. */
final class House {
    private final Blueprints blueprints;
    private final EventBus told;
    private final Map<String, EventSourcedAggregate<?>> aggregates = new HashMap<>();

    House(Blueprints blueprints, Consumer<DomainEventMessage<?>> told) {
        this.blueprints = blueprints;
        this.told = new Teller(told);
    }

    /** What this command answers; its events are told before. */
    Object decide(Object command) throws Exception {
        Blueprints.Decision decision = blueprints.of(command.getClass());
        String id = decision.targetOf(command);
        EventSourcedAggregate<?> known = aggregates.get(id);
        if (known == null && !decision.creates()) {
            throw new AggregateNotFoundException(id, "nothing is known of " + id);
        }
        EventSourcedAggregate<?> aggregate = known == null ? open(decision.aggregate()) : known;
        Object answer = aggregate.handle(GenericCommandMessage.asCommandMessage(command));
        if (known == null && aggregate.version() != null && aggregate.version() >= 0) {
            aggregates.put(id, aggregate);
        }
        return answer;
    }

    /** Nobody will ask for this again. */
    void forget(Object id) {
        aggregates.remove(id.toString());
    }

    private <T> EventSourcedAggregate<T> open(Blueprints.Plan<T> plan)
            throws ReflectiveOperationException, InvocationTargetException {
        return EventSourcedAggregate.initialize(
                plan.maker().newInstance(), plan.model().get(), told, NoSnapshotTriggerDefinition.TRIGGER);
    }

    /** An event bus that only tells. */
    private record Teller(Consumer<DomainEventMessage<?>> told) implements EventBus {
        @Override
        public void publish(List<? extends EventMessage<?>> events) {
            events.forEach(event -> told.accept((DomainEventMessage<?>) event));
        }

        @Override
        public Registration subscribe(Consumer<List<? extends EventMessage<?>>> processor) {
            throw new UnsupportedOperationException("nobody listens to a town but its own people");
        }

        @Override
        public Registration registerDispatchInterceptor(
                MessageDispatchInterceptor<? super EventMessage<?>> interceptor) {
            throw new UnsupportedOperationException("nobody listens to a town but its own people");
        }
    }
}
