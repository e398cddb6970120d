package dev.earshot.platform.trace;

import dev.earshot.api.meter.MeterEvent;
import java.util.function.Supplier;
import org.axonframework.messaging.Message;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.Span;
import org.axonframework.tracing.SpanAttributesProvider;
import org.axonframework.tracing.SpanFactory;

/** Makes spans for every message but the meter's: a second of a thousand calls is no story worth following. */
final class UntracedTicks implements SpanFactory {
    private final SpanFactory spans;

    UntracedTicks(SpanFactory spans) {
        this.spans = spans;
    }

    private SpanFactory fit(Message<?> message) {
        return MeterEvent.class.isAssignableFrom(message.getPayloadType()) ? NoOpSpanFactory.INSTANCE : spans;
    }

    @Override
    public Span createRootTrace(Supplier<String> name) {
        return spans.createRootTrace(name);
    }

    @Override
    public Span createHandlerSpan(
            Supplier<String> name, Message<?> parent, boolean isChild, Message<?>... linkedParents) {
        return fit(parent).createHandlerSpan(name, parent, isChild, linkedParents);
    }

    @Override
    public Span createDispatchSpan(Supplier<String> name, Message<?> parent, Message<?>... linkedSiblings) {
        return fit(parent).createDispatchSpan(name, parent, linkedSiblings);
    }

    @Override
    public Span createInternalSpan(Supplier<String> name) {
        return spans.createInternalSpan(name);
    }

    @Override
    public Span createInternalSpan(Supplier<String> name, Message<?> message) {
        return fit(message).createInternalSpan(name, message);
    }

    @Override
    public void registerSpanAttributeProvider(SpanAttributesProvider provider) {
        spans.registerSpanAttributeProvider(provider);
    }

    @Override
    public <M extends Message<?>> M propagateContext(M message) {
        return fit(message).propagateContext(message);
    }
}
