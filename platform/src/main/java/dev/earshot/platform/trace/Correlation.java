package dev.earshot.platform.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.MDC;

/**
 * The id of a story. A request, or whoever else begins something, puts it into the logging context; a message takes it
 * from there or begins a story of its own, whatever follows from a message inherits it, and while a message is handled it
 * is in the logging context again.
 */
public final class Correlation
        implements CorrelationDataProvider,
                MessageDispatchInterceptor<Message<?>>,
                MessageHandlerInterceptor<Message<?>> {
    /** The name of the id, in the metadata of messages as in the logging context. */
    public static final String ID = "correlationId";

    /** What the log calls the request or story that this thread is working for. */
    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(ID));
    }

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Object id = message.getMetaData().get(ID);
        return Map.of(ID, id == null ? message.getIdentifier() : id);
    }

    @Override
    public BiFunction<Integer, Message<?>, Message<?>> handle(List<? extends Message<?>> messages) {
        return (index, message) -> message.getMetaData().containsKey(ID)
                ? message
                : message.andMetaData(Map.of(ID, current().orElseGet(Correlation::begun)));
    }

    @Override
    public Object handle(UnitOfWork<? extends Message<?>> unitOfWork, InterceptorChain chain) throws Exception {
        String before = MDC.get(ID);
        MDC.put(ID, String.valueOf(correlationDataFor(unitOfWork.getMessage()).get(ID)));
        try {
            return chain.proceed();
        } finally {
            if (before == null) {
                MDC.remove(ID);
            } else {
                MDC.put(ID, before);
            }
        }
    }

    private static String begun() {
        return IdentifierFactory.getInstance().generateIdentifier();
    }
}
