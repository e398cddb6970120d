package dev.earshot.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.platform.database.TestDatabase;
import dev.earshot.query.fold.Views;
import dev.earshot.query.live.LiveTail;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.springboot.EventProcessorProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ConfigurableApplicationContext;

class LaunchersTest {
    private static final List<String> PACED = List.of("meter", "lot-expiry", "loopback-media", "push-log");

    @ParameterizedTest
    @EnumSource
    void every_shape_starts_and_stops(Shape shape) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0"));
        TestDatabase.fresh().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        SpringApplication launcher = new SpringApplication(shape.launcher());

        try (ConfigurableApplicationContext running = launcher.run(arguments.toArray(String[]::new))) {
            assertThat(running.getBean(ApplicationAvailability.class).getReadinessState())
                    .isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
            assertThat(processorsOf(running))
                    .as("every processing group is described in application.yml, or where it is at home")
                    .isSubsetOf(describedIn(running))
                    .isNotEmpty();
        }
    }

    private static Set<String> processorsOf(ConfigurableApplicationContext running) {
        return running.getBean(EventProcessingConfiguration.class)
                .eventProcessors()
                .keySet();
    }

    private static Set<String> describedIn(ConfigurableApplicationContext running) {
        Set<String> described = new HashSet<>(
                running.getBean(EventProcessorProperties.class).getProcessors().keySet());
        described.add(LiveTail.GROUP);
        described.addAll(Views.NAMES);
        described.addAll(PACED);
        return described;
    }
}
