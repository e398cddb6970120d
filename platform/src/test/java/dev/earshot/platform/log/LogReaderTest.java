package dev.earshot.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.fixture.Counter;
import dev.earshot.fixture.Counter.Counted;
import dev.earshot.platform.IntegrationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@IntegrationTest(Counter.class)
class LogReaderTest {
    private static final int MANY = (int) (3 * LogReader.FAR);

    @Autowired
    private LogReaders readers;

    @Autowired
    private LogEngine log;

    @Autowired
    private EventStore store;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void far_behind_it_reads_all_in_order_across_gaps_and_goes_on_with_what_is_written_then() throws Exception {
        TrackingToken begin = store.createHeadToken();
        append("a", MANY / 2);
        jdbc.execute(
                "SELECT nextval(pg_get_serial_sequence('domain_event', 'global_index')) FROM generate_series(1, 500)");
        append("b", MANY / 2);
        LogReader reader = readers.of("test", type -> true);

        try (BlockingStream<TrackedEventMessage<?>> stream = reader.openStream(begin)) {
            assertThat(reader.isFarBehind()).isTrue();
            List<Object> read = read(stream, MANY);
            assertThat(read).isEqualTo(expected("a", MANY / 2, "b", MANY / 2));
            assertThat(stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(reader.isFarBehind()).isFalse();

            AtomicInteger woken = new AtomicInteger();
            stream.setOnAvailableCallback(woken::incrementAndGet);
            store.publish(new GenericEventMessage<>(new Counted("live", 1)));
            await().until(() -> woken.get() > 0);
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Counted("live", 1));
        }
    }

    @Test
    void a_stretch_waits_until_the_one_before_has_been_begun_so_that_a_slow_processor_does_not_hoard_the_log()
            throws Exception {
        TrackingToken begin = store.createHeadToken();
        append("s", 2 * MANY);

        try (BlockingStream<TrackedEventMessage<?>> stream =
                readers.of("slow", type -> true).openStream(begin)) {
            LogStretch first = (LogStretch) stream.nextAvailable().getPayload();
            assertThat(stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)).isFalse();

            AtomicInteger woken = new AtomicInteger();
            stream.setOnAvailableCallback(woken::incrementAndGet);
            first.begun().run();
            await().until(() -> woken.get() > 0 && stream.hasNextAvailable());
        }
    }

    @Test
    void what_nobody_wants_is_left_out_and_the_reader_still_comes_to_the_head() throws Exception {
        TrackingToken begin = ReplayToken.createReplayToken(null, store.createHeadToken());
        append("c", MANY);
        log.appendEvents(List.of(new GenericEventMessage<>("wanted")));
        append("c", MANY);

        try (BlockingStream<TrackedEventMessage<?>> stream =
                readers.of("another", String.class::equals).openStream(begin)) {
            assertThat(readToTheHead(stream)).contains("wanted").doesNotHaveAnyElementsOfTypes(Counted.class);
        }
    }

    @Test
    void readers_that_are_behind_together_read_each_event_from_json_once_and_each_gets_what_it_wants()
            throws Exception {
        TrackingToken begin = store.createHeadToken();
        append("d", MANY);
        log.appendEvents(List.of(new GenericEventMessage<>("wanted")));
        append("d", MANY);

        try (BlockingStream<TrackedEventMessage<?>> one =
                        readers.of("one", type -> true).openStream(begin);
                BlockingStream<TrackedEventMessage<?>> other =
                        readers.of("other", type -> true).openStream(begin);
                BlockingStream<TrackedEventMessage<?>> picky =
                        readers.of("picky", String.class::equals).openStream(begin)) {
            List<Object> first = read(one, MANY).subList(0, MANY);
            List<Object> second = read(other, MANY).subList(0, MANY);
            assertThat(first).isEqualTo(expected("d", MANY, "d", 0));
            assertThat(second).isEqualTo(first);
            long same = IntStream.range(0, MANY)
                    .filter(index -> first.get(index) == second.get(index))
                    .count();
            assertThat(same).as("read once for both").isGreaterThan(MANY / 4);

            assertThat(readToTheHead(picky)).startsWith("wanted");
        }
    }

    @Test
    void an_event_read_far_behind_is_what_it_is_near_the_head() throws Exception {
        TrackingToken begin = store.createHeadToken();
        log.appendEvents(List.of(
                new GenericDomainEventMessage<>(
                        "Counter", "counter-e", 7, new Counted("e", 1), Map.of("correlationId", "story", "number", 3)),
                new GenericEventMessage<>(new Counted("e", 2), Map.of("correlationId", "another"))));
        long after = begin.position().orElse(0);

        List<TrackedEventMessage<?>> far =
                log.raw(after, after + 1_000, Set.of()).wanted(type -> true);
        assertThat(far).hasSize(2);
        try (BlockingStream<TrackedEventMessage<?>> near = store.openStream(begin)) {
            for (TrackedEventMessage<?> event : far) {
                TrackedEventMessage<?> same = near.nextAvailable();
                assertThat(event.getIdentifier()).isEqualTo(same.getIdentifier());
                assertThat(event.getPayload()).isEqualTo(same.getPayload());
                assertThat(event.getPayloadType()).isEqualTo(same.getPayloadType());
                assertThat(event.getMetaData()).isEqualTo(same.getMetaData());
                assertThat(event.getTimestamp()).isEqualTo(same.getTimestamp());
                assertThat(event.trackingToken()).isEqualTo(same.trackingToken());
                assertThat(event.getClass()).isEqualTo(same.getClass());
            }
        }
        assertThat(far.get(0))
                .isInstanceOfSatisfying(
                        DomainEventMessage.class,
                        event -> assertThat(List.of(
                                        event.getType(), event.getAggregateIdentifier(), event.getSequenceNumber()))
                                .containsExactly("Counter", "counter-e", 7L));
        assertThat(far.get(1)).isNotInstanceOf(DomainEventMessage.class);
    }

    private static List<Object> read(BlockingStream<TrackedEventMessage<?>> stream, int count) throws Exception {
        List<Object> read = new ArrayList<>();
        long last = -1;
        while (read.size() < count) {
            TrackedEventMessage<?> message = stream.nextAvailable();
            for (TrackedEventMessage<?> event : eventsOf(message)) {
                assertThat(positionOf(event)).isGreaterThan(last);
                last = positionOf(event);
                read.add(event.getPayload());
            }
            assertThat(positionOf(message)).isGreaterThanOrEqualTo(last);
        }
        return read;
    }

    private List<Object> readToTheHead(BlockingStream<TrackedEventMessage<?>> stream) throws Exception {
        long head = store.createHeadToken().position().orElseThrow();
        List<Object> read = new ArrayList<>();
        for (long position = 0; position < head - LogReader.FAR; ) {
            TrackedEventMessage<?> message = stream.nextAvailable();
            position = positionOf(message);
            eventsOf(message).forEach(event -> read.add(event.getPayload()));
        }
        return read;
    }

    private static List<TrackedEventMessage<?>> eventsOf(TrackedEventMessage<?> message) {
        if (message.getPayload() instanceof LogStretch stretch) {
            stretch.begun().run();
            return stretch.events();
        }
        return List.of(message);
    }

    private static long positionOf(TrackedEventMessage<?> message) {
        return message.trackingToken().position().orElseThrow();
    }

    private void append(String name, int count) {
        List<EventMessage<?>> events = new ArrayList<>();
        counted(name, count).forEach(each -> events.add(new GenericEventMessage<>(each)));
        for (int from = 0; from < count; from += 1_000) {
            log.appendEvents(events.subList(from, Math.min(count, from + 1_000)));
        }
    }

    private static List<Object> expected(String one, int ofOne, String other, int ofOther) {
        List<Object> all = new ArrayList<>(counted(one, ofOne));
        all.addAll(counted(other, ofOther));
        return all;
    }

    private static List<Counted> counted(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Counted(name, number))
                .toList();
    }
}
