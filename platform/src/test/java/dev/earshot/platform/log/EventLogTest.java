package dev.earshot.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.fixture.Counter;
import dev.earshot.fixture.Counter.Count;
import dev.earshot.fixture.Counter.Counted;
import dev.earshot.platform.IntegrationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest(Counter.class)
class EventLogTest {
    @Autowired
    private CommandGateway commands;

    @Autowired
    private EventStorageEngine engine;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    private final ExecutorService others = Executors.newCachedThreadPool();

    @AfterEach
    void stopTheOthers() {
        others.shutdownNow();
    }

    @Test
    void a_second_event_at_the_same_place_is_a_conflict() {
        engine.appendEvents(counted("twice", 0));
        engine.appendEvents(counted("twice", 1));
        assertThatThrownBy(() -> engine.appendEvents(counted("twice", 1))).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void a_command_that_lost_against_another_node_is_tried_again_on_the_new_state() {
        commands.sendAndWait(new Count("shared", 1));
        engine.appendEvents(counted("shared", 1));

        long count = commands.<Long>sendAndWait(new Count("shared", 1));

        assertThat(count).isEqualTo(1 + STEP + 1);
    }

    @Test
    void an_append_waits_until_the_one_before_it_is_committed() throws Exception {
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Future<?> slow = others.submit(() -> transaction.executeWithoutResult(status -> {
            engine.appendEvents(counted("slow", 0));
            appended.countDown();
            await(mayCommit);
        }));
        await(appended);
        Future<?> quick = others.submit(() -> engine.appendEvents(counted("quick", 0)));

        assertThat(settlesWithin(quick, 300)).isFalse();
        mayCommit.countDown();
        slow.get(10, TimeUnit.SECONDS);
        quick.get(10, TimeUnit.SECONDS);
        assertThat(positionOf("quick")).isGreaterThan(positionOf("slow"));
    }

    @Test
    void a_batch_appends_all_it_has_at_its_very_end_and_nobody_waits_for_it_before() {
        UnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(null);
        batch.attachTransaction(transactions);
        batch.execute(() -> {
            commands.sendAndWait(new Count("batched", 1));
            commands.sendAndWait(new Count("batched too", 1));
            commands.sendAndWait(new Count("batched", 1));
            batch.onPrepareCommit(ending -> CompletableFuture.runAsync(
                            () -> commands.sendAndWait(new Count("meanwhile", 1)), others)
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join());
        });

        long before = positionOf("meanwhile");
        assertThat(positionOf("batched too")).isEqualTo(before + 2);
        assertThat(positionOf("batched")).isEqualTo(before + 3);
    }

    @Test
    void a_batch_that_meets_a_conflict_leaves_nothing_behind() {
        commands.sendAndWait(new Count("contended", 1));
        UnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(null);
        batch.attachTransaction(transactions);

        assertThatThrownBy(() -> batch.execute(() -> {
                    commands.sendAndWait(new Count("innocent", 1));
                    commands.sendAndWait(new Count("contended", 1));
                    CompletableFuture.runAsync(() -> engine.appendEvents(counted("contended", 1)), others)
                            .join();
                }))
                .isInstanceOf(AggregateStreamCreationException.class); // It is told of the first event appended.

        assertThat(countOf("innocent")).isZero();
        assertThat(commands.<Long>sendAndWait(new Count("contended", 1))).isEqualTo(1 + STEP + 1);
    }

    @Test
    void nothing_ever_appears_below_a_position_that_somebody_has_read() throws Exception {
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < 8; writer++) {
            String id = "writer-" + writer;
            writers.add(others.submit(() -> write(id)));
        }
        List<long[]> observed = new ArrayList<>();
        while (!writers.stream().allMatch(Future::isDone)) {
            observed.add(jdbc.sql("SELECT max(global_index), count(*) FROM domain_event")
                    .query((row, number) -> new long[] {row.getLong(1), row.getLong(2)})
                    .single());
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        assertThat(observed)
                .hasSizeGreaterThan(10)
                .allSatisfy(then -> assertThat(jdbc.sql("SELECT count(*) FROM domain_event WHERE global_index <= ?")
                                .param(then[0])
                                .query(Long.class)
                                .single())
                        .isEqualTo(then[1]));
    }

    private void write(String id) {
        for (int number = 0; number < 40; number++) {
            int sequence = number;
            transaction.executeWithoutResult(status -> {
                engine.appendEvents(counted(id, sequence));
                if (ThreadLocalRandom.current().nextInt(5) == 0) {
                    jdbc.sql("SELECT pg_sleep(0.01)").query().listOfRows();
                }
            });
        }
    }

    private static final long STEP = 10;

    private static GenericDomainEventMessage<Counted> counted(String id, long sequence) {
        return new GenericDomainEventMessage<>("Counter", id, sequence, new Counted(id, STEP));
    }

    private long positionOf(String id) {
        return jdbc.sql("SELECT max(global_index) FROM domain_event WHERE aggregate_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private long countOf(String id) {
        return jdbc.sql("SELECT count(*) FROM domain_event WHERE aggregate_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private static boolean settlesWithin(Future<?> future, long millis) throws Exception {
        try {
            future.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (java.util.concurrent.TimeoutException e) {
            return false;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
