package dev.earshot.platform.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.earshot.fixture.Counter;
import dev.earshot.fixture.Counter.Count;
import dev.earshot.platform.IntegrationTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest({Counter.class, TestView.class})
class ProcessorsTest {
    @Autowired
    private CommandGateway commands;

    @Autowired
    private EventProcessingConfiguration processing;

    @Autowired
    private TestView view;

    @Autowired
    private ProcessorsHealthIndicator health;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private JdbcClient jdbc;

    private StreamingEventProcessor processor;

    @BeforeEach
    void findTheProcessor() {
        processor = processing
                .eventProcessor(TestView.GROUP, StreamingEventProcessor.class)
                .orElseThrow();
    }

    @Test
    void a_processor_that_never_ran_begins_at_the_beginning_of_a_log_that_is_not_empty() {
        commands.sendAndWait(new Count("early", 1));
        await().untilAsserted(() -> assertThat(view.seen).contains("early"));
        processor.shutDown();
        jdbc.sql("DELETE FROM processor_token WHERE processor_name = ?")
                .param(TestView.GROUP)
                .update();
        view.seen.clear();

        processor.start();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(view.seen).contains("early"));
    }

    @Test
    void a_view_is_rebuilt_and_told_why() {
        commands.sendAndWait(new Count("rebuilt", 1));
        await().untilAsserted(() -> assertThat(view.seen).contains("rebuilt"));
        processor.shutDown();

        processor.resetTokens(new TestView.Why("a test asks"));
        assertThat(view.seen).isEmpty();
        processor.start();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(view.seen).contains("rebuilt"));
    }

    @Test
    void a_view_that_fails_takes_the_node_out_of_service_until_it_has_caught_up() {
        view.failing = true;
        commands.sendAndWait(new Count("failed", 1));
        await().untilAsserted(() -> {
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.health().getDetails().get(TestView.GROUP).toString())
                    .startsWith("failing, and trying again: IllegalStateException, at TestView:");
            assertThat(lag("events")).isPositive();
            assertThat(lag("seconds")).isPositive();
        });

        view.failing = false;

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            assertThat(lag("events")).isZero();
            assertThat(lag("seconds")).isZero();
        });
        assertThat(view.seen).contains("failed");
    }

    @Test
    void a_processor_that_was_stopped_takes_the_node_out_of_service() {
        processor.shutDown();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        processor.start();
        await().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.UP));
    }

    @Test
    void a_story_keeps_its_id_from_the_request_to_the_view() {
        MDC.put("correlationId", "request-7");
        commands.sendAndWait(new Count("told", 1));
        assertThat(MDC.get("correlationId")).isEqualTo("request-7");
        MDC.remove("correlationId");

        await().untilAsserted(() -> assertThat(view.stories).contains("request-7"));
    }

    @Test
    void a_story_that_nobody_began_gets_an_id_of_its_own() {
        commands.sendAndWait(new Count("unbidden", 1));

        assertThat(jdbc.sql("SELECT convert_from(meta_data, 'UTF8') FROM domain_event WHERE aggregate_id = 'unbidden'")
                        .query(String.class)
                        .single())
                .matches("\\{\"correlationId\":\"[0-9a-f-]{36}\"}");
    }

    @Test
    void commands_are_timed_by_their_name_and_how_they_end() {
        commands.sendAndWait(new Count("timed", 1));
        assertThatThrownBy(() -> commands.sendAndWait(new Count("timed", 0)));

        assertThat(timed("success")).isPositive();
        assertThat(timed("failure")).isPositive();
    }

    private long timed(String outcome) {
        return meters.get("earshot.command")
                .tags("command", "Count", "outcome", outcome)
                .timer()
                .count();
    }

    private double lag(String unit) {
        return meters.get("earshot.processor.lag." + unit)
                .tag("processor", TestView.GROUP)
                .gauge()
                .value();
    }
}
