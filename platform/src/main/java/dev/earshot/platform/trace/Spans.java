package dev.earshot.platform.trace;

import io.opentelemetry.api.OpenTelemetry;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanFactory;
import org.axonframework.tracing.opentelemetry.OpenTelemetrySpanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spans of messages, made when there is somewhere to send them. Axon's own would not find Boot's OpenTelemetry. */
@Configuration(proxyBeanMethods = false)
class Spans {
    @Bean
    @ConditionalOnProperty("management.opentelemetry.tracing.export.otlp.endpoint")
    SpanFactory messageSpans(OpenTelemetry telemetry) {
        return new UntracedTicks(OpenTelemetrySpanFactory.builder()
                .tracer(telemetry.getTracer("axon"))
                .contextPropagators(telemetry.getPropagators().getTextMapPropagator())
                .build());
    }

    @Bean
    @ConditionalOnMissingBean(SpanFactory.class)
    SpanFactory noSpans() {
        return NoOpSpanFactory.INSTANCE;
    }
}
