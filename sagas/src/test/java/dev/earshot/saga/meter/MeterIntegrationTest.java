package dev.earshot.saga.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.api.call.CallCommand.EndCall;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.meter.Draw;
import dev.earshot.api.meter.MeterEvent.GrantRunningLow;
import dev.earshot.api.meter.MeterEvent.SecondsDrawn;
import dev.earshot.saga.CallFacts;
import dev.earshot.saga.Process;
import dev.earshot.saga.meter.running.OwnedSegments;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The meter on the real platform: started, stopped and started again on one database. */
@TestInstance(Lifecycle.PER_CLASS)
class MeterIntegrationTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Process process = new Process(EndedCalls.class);
    private final Instant connectedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    static class EndedCalls {
        private final List<EndCall> commands = new CopyOnWriteArrayList<>();

        @CommandHandler
        void handle(EndCall command) {
            commands.add(command);
        }
    }

    @BeforeAll
    void start() {
        process.start();
    }

    @AfterAll
    void stop() {
        process.stop();
    }

    @Test
    void drawsARunningCallOnAfterARestartAsIfNothingHadHappened() {
        CallFacts call = new CallFacts("Running");
        process.tell(call.placed(600, connectedAt), call.connected(connectedAt));
        await().atMost(SOON).until(() -> drawn(call).size() >= 2);

        process.stop();
        process.start();
        int before = drawn(call).size();

        await().atMost(SOON).until(() -> drawn(call).size() > before);
        List<Draw> draws = drawn(call);
        Draw last = draws.get(draws.size() - 1);
        assertThat(last.charged())
                .isEqualTo(CallFacts.grant(600).chargesAt(last.second()).get(0).charged());
        assertThat(last.earned()).isEqualTo(CallFacts.grant(600).earnedAt(last.second()));
        assertThat(last.second())
                .isLessThanOrEqualTo(
                        Duration.between(connectedAt, Instant.now()).toSeconds());
    }

    @Test
    void endsACallWithItsLastSecondAndTellsOnceThatItsGrantRunsLow() {
        CallFacts call = new CallFacts("UsedUp");
        process.tell(call.placed(2, connectedAt), call.connected(connectedAt));

        List<EndCall> ends = process.its(EndedCalls.class).commands;
        await().atMost(SOON).until(() -> !ends.isEmpty());

        assertThat(ends).containsExactly(new EndCall(call.call, EndReason.FUNDS_EXHAUSTED, connectedAt.plusSeconds(2)));
        assertThat(process.told(GrantRunningLow.class))
                .filteredOn(low -> low.callId().equals(call.call))
                .hasSize(1);
        assertThat(drawn(call))
                .last()
                .satisfies(draw -> assertThat(draw.second()).isEqualTo(2));
    }

    @Test
    void takesIntoMemoryOnlyWhatIsCommitted() {
        int before = process.rowsOf("running_call");
        await().atMost(SOON).until(() -> metered(process) == before);
        CallFacts call = new CallFacts("Undone");

        UnitOfWork<?> undone = batchOf(call);
        undone.rollback();
        assertThat(rowsOf(call)).isZero();

        UnitOfWork<?> done = batchOf(call);
        assertThat(metered(process)).as("before the commit").isLessThanOrEqualTo(before);
        done.commit();
        assertThat(rowsOf(call)).isEqualTo(1);
        await().atMost(SOON).until(() -> metered(process) == before + 1);
    }

    @Test
    void isTakenOverByAnotherNodeWithAllItsCalls() {
        CallFacts call = new CallFacts("Moved");
        process.tell(call.placed(600, connectedAt), call.connected(connectedAt));
        await().atMost(SOON).until(() -> !drawn(call).isEmpty());
        Process other = process.another();
        other.start();
        try {
            process.its(EventProcessingConfiguration.class)
                    .eventProcessor("meter")
                    .orElseThrow()
                    .shutDown();

            await().atMost(SOON).until(() -> metered(process) == 0 && metered(other) > 0);
            int before = drawn(call).size();
            await().atMost(SOON).until(() -> drawn(call).size() > before);
        } finally {
            other.stop();
            process.its(EventProcessingConfiguration.class)
                    .eventProcessor("meter")
                    .orElseThrow()
                    .start();
        }
        await().atMost(SOON).until(() -> metered(process) > 0);
    }

    @Test
    void forgetsACallThatHasEnded() {
        CallFacts call = new CallFacts("Ended");
        process.tell(call.placed(600, connectedAt), call.connected(connectedAt));
        await().atMost(SOON).until(() -> rowsOf(call) == 1);

        process.tell(call.ended(EndReason.HUNG_UP_BY_MEMBER, 1, connectedAt.plusSeconds(1)));

        await().atMost(SOON).until(() -> rowsOf(call) == 0);
    }

    private UnitOfWork<?> batchOf(CallFacts call) {
        UnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("batch"));
        batch.attachTransaction(process.its(TransactionManager.class));
        process.its(MeteredFacts.class).on(call.placed(600, connectedAt), batch);
        return batch;
    }

    private static int metered(Process node) {
        return node.its(OwnedSegments.class).calls();
    }

    private int rowsOf(CallFacts call) {
        return process.rowsOf("running_call WHERE call_id = '%s'".formatted(call.call));
    }

    private List<Draw> drawn(CallFacts call) {
        return process.told(SecondsDrawn.class).stream()
                .flatMap(tick -> tick.draws().stream())
                .filter(draw -> draw.callId().equals(call.call))
                .toList();
    }
}
