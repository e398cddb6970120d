package dev.earshot.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoTest {
    @Test
    void without_a_demo_nothing_is_changed() {
        assertThat(Demo.options("--server.port=9000")).containsExactly("--server.port=9000");
    }

    @Test
    void a_demo_rings_shorter_and_keeps_the_log_quiet() {
        assertThat(Demo.options("--demo")).contains("--demo", "--call.ring=8s", "--logging.level.root=error");
    }

    @Test
    void what_was_said_explicitly_stays() {
        assertThat(Demo.options("--demo=exit", "--call.ring=20s"))
                .contains("--call.ring=20s")
                .doesNotContain("--call.ring=8s");
    }

    @Test
    void prices_and_holds_are_those_of_every_day() {
        assertThat(Demo.options("--demo"))
                .noneMatch(option -> option.startsWith("--pricing") || option.startsWith("--billing"));
    }
}
