package dev.earshot.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.fixture.Counter.Counted;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

@IntegrationTest({CatchingUpTest.Group.class, CatchingUpTest.Folded.class})
class CatchingUpTest {
    private static final String GROUP = "catching-up";
    private static final int MANY = 20_000;

    @Autowired
    private EventProcessingConfiguration processing;

    @Autowired
    private EventStorageEngine log;

    @Autowired
    private EventStore store;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Folded view;

    @Test
    void a_view_that_is_built_again_folds_each_event_once_in_order_though_a_batch_fails_and_it_is_stopped_in_between() {
        StreamingEventProcessor processor =
                processing.eventProcessor(GROUP, StreamingEventProcessor.class).orElseThrow();
        processor.shutDown();
        append(MANY);
        processor.resetTokens();
        view.failAt = MANY / 2;

        processor.start();
        await().until(() -> view.failures.get() > 0);
        processor.shutDown();
        assertThat(committed()).as("nothing of the batch that failed").isLessThanOrEqualTo(MANY / 2);
        assertThat(view.stood).as("rows and token stand and fall together").isEqualTo(committed());
        view.failAt = -1;
        processor.start();

        long head = head();
        await().atMost(Duration.ofSeconds(30)).until(() -> position(processor) >= head);
        assertThat(numbers()).isEqualTo(IntStream.range(0, MANY).boxed().toList());
        assertThat(view.batches.get()).as("in long strides").isLessThan(MANY / 1_000);

        store.publish(new GenericEventMessage<>(new Counted("folded", MANY)));
        await().untilAsserted(() -> assertThat(committed()).isEqualTo(MANY + 1));
    }

    private List<Integer> numbers() {
        return jdbc.queryForList("SELECT number FROM folded ORDER BY place", Integer.class);
    }

    private int committed() {
        return jdbc.queryForObject("SELECT count(*) FROM folded", Integer.class);
    }

    private long head() {
        return store.createHeadToken().position().orElseThrow();
    }

    private static long position(StreamingEventProcessor processor) {
        return processor.processingStatus().values().stream()
                .mapToLong(status -> status.getCurrentPosition().orElse(0))
                .min()
                .orElse(0);
    }

    private void append(int count) {
        List<EventMessage<?>> events = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            events.add(new GenericEventMessage<>(new Counted("folded", number)));
            events.add(new GenericEventMessage<>("of no concern"));
        }
        for (int from = 0; from < events.size(); from += 1_000) {
            log.appendEvents(events.subList(from, Math.min(events.size(), from + 1_000)));
        }
    }

    static class Group {
        @Bean
        ConfigurerModule catchingUp() {
            return PacedProcessor.catchingUp(GROUP, 100, Duration.ofMillis(50));
        }
    }

    /** Writes what it hears as its batch commits, in the batch's own transaction. */
    @ProcessingGroup(GROUP)
    static class Folded {
        private final AtomicInteger failures = new AtomicInteger();
        private final AtomicInteger batches = new AtomicInteger();
        private final JdbcTemplate jdbc;
        private volatile int failAt = -1;
        private volatile int stood;

        Folded(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
            TestDatabase.ownerOf(jdbc.getDataSource())
                    .sql("CREATE TABLE folded (place bigserial PRIMARY KEY, number integer);"
                            + " GRANT ALL ON TABLE folded TO PUBLIC; GRANT ALL ON SEQUENCE folded_place_seq TO PUBLIC")
                    .update();
        }

        @EventHandler
        void on(Counted event) {
            if (event.step() == failAt) {
                failures.incrementAndGet();
                throw new IllegalStateException("in the middle of a stretch");
            }
            heard().add((int) event.step());
        }

        private List<Integer> heard() {
            return CurrentUnitOfWork.get().root().getOrComputeResource(GROUP, absent -> {
                List<Integer> fresh = new ArrayList<>();
                CurrentUnitOfWork.get().root().onPrepareCommit(unit -> {
                    jdbc.batchUpdate(
                            "INSERT INTO folded (number) VALUES (?)",
                            fresh.stream().map(number -> new Object[] {number}).toList());
                });
                CurrentUnitOfWork.get().root().afterCommit(unit -> {
                    stood += fresh.size();
                    batches.incrementAndGet();
                });
                return fresh;
            });
        }

        @ResetHandler
        void reset() {
            jdbc.execute("TRUNCATE folded");
            stood = 0;
        }
    }
}
