package dev.earshot.saga.meter;

import dev.earshot.platform.axon.PacedProcessor;
import java.time.Duration;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** How the meter hears of calls. What it hears late costs nobody a second: seconds count from the call's own times. */
@Component
class MeterProcessor {
    private static final int BATCH = 500;
    private static final Duration PACE = Duration.ofMillis(50);

    @Bean
    ConfigurerModule meterFacts(MeterSettings settings) {
        return PacedProcessor.of("meter", settings.segments(), BATCH, PACE);
    }
}
