package dev.earshot.query.fold;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.springframework.stereotype.Component;

/** Gives event handlers the {@link LogEntry} of the event they handle. */
@Component
class LogEntryResolver implements ParameterResolverFactory, ParameterResolver<LogEntry> {
    @Override
    public ParameterResolver<LogEntry> createInstance(Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType() == LogEntry.class ? this : null;
    }

    @Override
    public LogEntry resolveParameterValue(Message<?> message) {
        long position = ((TrackedEventMessage<?>) message)
                .trackingToken()
                .position()
                .orElseThrow(() -> new IllegalStateException("the log gave " + message + " no position"));
        return new LogEntry(position, message.getIdentifier());
    }

    @Override
    public boolean matches(Message<?> message) {
        return message instanceof TrackedEventMessage<?>;
    }
}
