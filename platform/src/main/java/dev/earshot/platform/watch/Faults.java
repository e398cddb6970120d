package dev.earshot.platform.watch;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.springframework.stereotype.Component;

/** The processors whose last batch failed. They try again by themselves, yet until they succeed they stand still. */
@Component
public class Faults implements ErrorHandler {
    private final Map<String, Throwable> failing = new ConcurrentHashMap<>();

    /** Why this processor stands still, in a line without anybody's data; empty while it comes through. */
    public Optional<String> reasonOf(String processor) {
        return Optional.ofNullable(failing.get(processor)).map(InOneLine::withoutWords);
    }

    @Override
    public void handleError(ErrorContext batch) throws Exception {
        failing.put(batch.eventProcessor(), batch.error());
        PropagatingErrorHandler.instance().handleError(batch);
    }

    /** Notices that a processor has come through. Costs a look at an empty map while all is well. */
    MessageHandlerInterceptor<EventMessage<?>> healingOf(String processor) {
        return (unit, chain) -> {
            if (failing.containsKey(processor)) {
                unit.afterCommit(committed -> failing.remove(processor));
            }
            return chain.proceed();
        };
    }
}
