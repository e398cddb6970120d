package dev.earshot.platform.axon;

import dev.earshot.platform.log.LogStretch;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.MultiEventHandlerInvoker;
import org.axonframework.eventhandling.Segment;

/**
 * The event handlers of a processor that may be handed a stretch of the log as one message: its events are handled one after
 * the other as if each had come alone, but for one thing: they do not say that they are replayed.
 */
record StretchHandlers(MultiEventHandlerInvoker handlers) implements EventHandlerInvoker {
    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return message.getPayloadType() == LogStretch.class || handlers.canHandle(message, segment);
    }

    @Override
    public boolean canHandleType(Class<?> type) {
        return type == LogStretch.class || handlers.canHandleType(type);
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) throws Exception {
        if (message.getPayload() instanceof LogStretch stretch) {
            stretch.begun().run();
            for (EventMessage<?> event : stretch.events()) {
                // Each of them looks for its handler, and need not be asked before whether it has one.
                for (EventHandlerInvoker each : handlers.delegates()) {
                    each.handle(event, segment);
                }
            }
        } else {
            handlers.handle(message, segment);
        }
    }

    @Override
    public boolean supportsReset() {
        return handlers.supportsReset();
    }

    @Override
    public void performReset() {
        handlers.performReset();
    }

    @Override
    public <R> void performReset(R context) {
        handlers.performReset(context);
    }

    @Override
    public void segmentReleased(Segment segment) {
        handlers.segmentReleased(segment);
    }
}
