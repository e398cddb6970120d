package dev.earshot.query.simulation.run;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.SimulationId;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.simulation.Candidate;
import dev.earshot.api.simulation.Cohort;
import dev.earshot.api.simulation.SimulationCommand.FailSimulation;
import dev.earshot.api.simulation.SimulationEvent.SimulationCancelled;
import dev.earshot.api.simulation.SimulationEvent.SimulationFailed;
import dev.earshot.api.simulation.SimulationEvent.SimulationRequested;
import dev.earshot.api.simulation.Window;
import dev.earshot.query.QueryTest;
import dev.earshot.query.fold.Positions;
import dev.earshot.query.simulation.asked.SimulationRows;
import dev.earshot.query.simulation.asked.SimulationStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.Registration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Several nodes share the work of one lab. In its place stands work that ends when a test says so. */
@TestPropertySource(properties = "simulations.look-every=1h")
class RunsTest extends QueryTest {
    private static final AccountId FINN = new AccountId("acc_finn");
    private static final Candidate SAME = Candidate.of("same", new PriceList(1_500, new Grace(60, 1), 10), 60);
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final RunSettings SETTINGS =
            new RunSettings(5, Duration.ofSeconds(1), Duration.ofMillis(50), Duration.ofSeconds(1), 3);

    @Autowired
    private Runs unasked;

    @Autowired
    private RunRows rows;

    @Autowired
    private SimulationRows simulations;

    @Autowired
    private Positions positions;

    @Autowired
    private CommandBus bus;

    @Autowired
    private CommandGateway commands;

    private final List<SimulationId> begun = new CopyOnWriteArrayList<>();
    private final List<SimulationId> finished = new CopyOnWriteArrayList<>();
    private final CountDownLatch mayFinish = new CountDownLatch(1);
    private final List<Runs> nodes = new ArrayList<>();
    private Registration commandSide;

    @BeforeEach
    void empty() {
        unasked.stop();
        jdbc.execute("TRUNCATE simulation_view, simulation_run");
        commandSide = bus.subscribe(FailSimulation.class.getName(), message -> {
            var told = (FailSimulation) message.getPayload();
            publish(new SimulationFailed(told.simulationId(), told.reason(), FINN, NOON));
            return null;
        });
    }

    @AfterEach
    void stop() {
        mayFinish.countDown();
        nodes.forEach(Runs::stop);
        commandSide.cancel();
    }

    @Test
    void one_simulation_after_the_other_on_one_node_at_a_time() {
        SimulationId first = request();
        SimulationId second = request();
        Runs here = node(this::work);
        Runs there = node(this::work);

        here.look();
        there.look();
        here.look();
        await().atMost(5, SECONDS).until(() -> begun.equals(List.of(first)));
        mayFinish.countDown();
        await().atMost(5, SECONDS).until(() -> finished.equals(List.of(first)));

        await().atMost(5, SECONDS).until(() -> {
            there.look();
            return finished.equals(List.of(first, second));
        });
        there.look();
        assertThat(begun).containsExactly(first, second);
    }

    @Test
    void what_a_stopping_node_gives_back_is_begun_anew_at_once_and_untried() {
        SimulationId id = request();
        Runs here = node(this::work);
        here.look();
        await().atMost(5, SECONDS).until(() -> !begun.isEmpty());

        here.stop();
        Runs there = node(this::work);
        there.look();

        await().atMost(5, SECONDS).until(() -> begun.equals(List.of(id, id)));
        assertThat(attempts(id)).isEqualTo(1);
        mayFinish.countDown();
        await().atMost(5, SECONDS).until(() -> finished.equals(List.of(id)));
    }

    @Test
    void what_a_killed_node_held_is_begun_anew_when_its_lease_is_over() {
        SimulationId id = request();
        rows.claim("killed", SETTINGS.lease(), Long.MAX_VALUE);
        mayFinish.countDown();
        Runs there = node(this::work);

        there.look();
        assertThat(begun).isEmpty();
        jdbc.update("UPDATE simulation_run SET beat_at = beat_at - interval '1 second'");
        there.look();

        await().atMost(5, SECONDS).until(() -> finished.equals(List.of(id)));
        assertThat(attempts(id)).isEqualTo(2);
    }

    @Test
    void whoever_was_thought_dead_neither_goes_on_nor_keeps_what_it_found() {
        SimulationId id = request();
        List<Boolean> kept = new CopyOnWriteArrayList<>();
        Runs slow = node(held -> {
            begun.add(held.id());
            waitFor(held);
            kept.add(held.keep("{}".getBytes()));
        });
        slow.look();
        await().atMost(5, SECONDS).until(() -> !begun.isEmpty());

        jdbc.update("UPDATE simulation_run SET owner = 'another'");

        await().atMost(5, SECONDS).until(() -> kept.equals(List.of(false)));
        assertThat(rows.result(id)).isEmpty();
    }

    @Test
    void a_cancelled_run_stops_within_a_second_and_is_never_begun_again() {
        SimulationId id = request();
        Runs here = node(this::work);
        here.look();
        await().atMost(5, SECONDS).until(() -> !begun.isEmpty());

        publish(new SimulationCancelled(id, FINN, FINN, NOON));

        await().atMost(1, SECONDS)
                .until(() -> rows.progress(List.of(id.value())).get(0).ended());
        here.look();
        assertThat(begun).containsExactly(id);
        assertThat(finished).isEmpty();
    }

    @Test
    void what_breaks_off_again_and_again_is_given_up_by_name() {
        SimulationId id = request();
        Runs here = node(held -> {
            begun.add(held.id());
            throw new IllegalStateException("only in this test");
        });

        await().atMost(20, SECONDS).until(() -> {
            jdbc.update("UPDATE simulation_run SET beat_at = 'epoch' WHERE NOT ended");
            here.look();
            return simulations.find(id).orElseThrow().status == SimulationStatus.FAILED;
        });

        assertThat(begun).hasSize(3);
    }

    @Test
    void how_far_it_is_can_be_read_by_every_node() {
        SimulationId id = request();
        Runs here = node(held -> {
            held.reach(7, 9);
            waitFor(held);
        });
        here.look();

        await().atMost(5, SECONDS)
                .until(() ->
                        rows.progress(List.of(id.value())).contains(new RunRows.Progress(id.value(), 7, 9, false)));
    }

    private void work(Held held) {
        begun.add(held.id());
        waitFor(held);
        if (held.isStopped()) {
            throw new CancellationException();
        }
        finished.add(held.id());
        jdbc.update(
                "UPDATE simulation_view SET status = 'COMPLETED' WHERE simulation_id = ?",
                held.id().value());
    }

    private void waitFor(Held held) {
        while (mayFinish.getCount() > 0 && !held.isStopped()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private Runs node(Consumer<Held> work) {
        var node = new Runs(rows, simulations, work, positions, SETTINGS, commands, Clock.systemUTC());
        nodes.add(node);
        node.start();
        return node;
    }

    private SimulationId request() {
        var id = new SimulationId(
                SimulationId.PREFIX + UUID.randomUUID().toString().replace("-", ""));
        var window = new Window(NOON.minusSeconds(60), NOON);
        given(new SimulationRequested(id, List.of(SAME), window, Cohort.everybody(), FINN, NOON));
        return id;
    }

    private int attempts(SimulationId id) {
        return jdbc.queryForObject(
                "SELECT attempts FROM simulation_run WHERE simulation_id = ?", Integer.class, id.value());
    }
}
