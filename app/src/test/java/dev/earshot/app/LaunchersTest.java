package dev.earshot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.platform.database.TestDatabase;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ConfigurableApplicationContext;

class LaunchersTest {
    @ParameterizedTest
    @EnumSource
    void every_shape_starts_and_stops(Shape shape) {
        Map<String, Object> settings = new HashMap<>(TestDatabase.fresh());
        settings.put("server.port", "0");
        SpringApplication launcher = new SpringApplication(shape.launcher());
        launcher.setDefaultProperties(settings);
        launcher.setRegisterShutdownHook(false);

        try (ConfigurableApplicationContext running = launcher.run()) {
            assertThat(running.getBean(ApplicationAvailability.class).getReadinessState())
                    .isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
        }
    }

    @Test
    void an_unknown_side_is_told_by_name() {
        assertThatThrownBy(() -> Earshot.main(new String[] {"--side=left"})).hasMessageContaining("left");
    }
}
