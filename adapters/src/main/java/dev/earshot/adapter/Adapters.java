package dev.earshot.adapter;

import dev.earshot.platform.axon.PacedProcessor;
import java.time.Duration;
import org.axonframework.config.ConfigurerModule;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The outside world; what runs when no provider is configured is here too. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class Adapters {
    private static final int BATCH = 50;
    private static final Duration PACE = Duration.ofMillis(50);

    @Bean
    static ConfigurerModule rooms() {
        return PacedProcessor.of("loopback-media", 1, BATCH, PACE);
    }

    @Bean
    static ConfigurerModule pushes() {
        return PacedProcessor.of("push-log", 1, BATCH, PACE);
    }
}
