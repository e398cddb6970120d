package dev.earshot.command;

import dev.earshot.api.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.inspection.AnnotatedAggregate;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;

/**
 * One aggregate in memory, alive between commands: for laws over many thousands of commands, where a fixture for each
 * would be too slow.
 */
public final class Live<T> {
    private final List<Object> told = new ArrayList<>();
    private final AnnotatedAggregate<T> aggregate;

    /** A blank aggregate; {@code resources} are what its handlers take besides the command. */
    public Live(Class<T> type, T blank, Object... resources) {
        SimpleEventBus bus = SimpleEventBus.builder().build();
        bus.subscribe(events -> events.stream().map(EventMessage::getPayload).forEach(told::add));
        aggregate = AnnotatedAggregate.initialize(
                blank,
                AnnotatedAggregateMetaModelFactory.inspectAggregate(
                        type,
                        MultiParameterResolverFactory.ordered(
                                ClasspathParameterResolverFactory.forClass(type),
                                new SimpleResourceParameterResolverFactory(List.of(resources)))),
                bus);
    }

    /** The events this command leads to; none when it is refused by name or changes nothing. */
    public List<Object> send(Object command) {
        int before = told.size();
        try {
            aggregate.handle(GenericCommandMessage.asCommandMessage(command));
        } catch (Exception refused) {
            if (!(refused instanceof Refused)) {
                throw new AssertionError(command + " failed", refused);
            }
        }
        return List.copyOf(told.subList(before, told.size()));
    }

    /** The aggregate itself. */
    public T root() {
        return aggregate.getAggregateRoot();
    }
}
