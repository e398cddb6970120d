package dev.earshot.platform.axon;

import dev.earshot.platform.log.LogReader;
import dev.earshot.platform.log.LogReaders;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * A processing group that nobody waits for by the millisecond: under load it gathers events for a step, so that what it
 * costs does not grow with the number of commits.
 */
public final class PacedProcessor {
    private PacedProcessor() {}

    /**
     * Registers it.
     *
     * @param group the processing group
     * @param segments into how many parts it is divided among nodes; one thread works for all of them
     * @param batch how many events at most it handles in one transaction
     * @param pace how long it gathers between two transactions of a segment; zero to never wait
     */
    public static ConfigurerModule of(String group, int segments, int batch, Duration pace) {
        return of(group, segments, batch, pace, axon -> Optional.empty());
    }

    /**
     * The same for a group that may have to read the whole log: while it is far behind it reads in long stretches and hardly
     * waits, near the head it keeps its pace.
     */
    public static ConfigurerModule catchingUp(String group, int segments, int batch, Duration pace) {
        return of(
                group,
                segments,
                batch,
                pace,
                axon -> Optional.ofNullable(axon.getComponent(LogReaders.class)).map(readers -> readers.of(group)));
    }

    private static ConfigurerModule of(
            String group, int segments, int batch, Duration pace, Function<Configuration, Optional<LogReader>> reader) {
        return configurer -> configurer
                .eventProcessing()
                .registerPooledStreamingEventProcessor(
                        group,
                        axon -> reader.apply(axon)
                                .<StreamableMessageSource<TrackedEventMessage<?>>>map(own -> own)
                                .orElseGet(axon::eventStore),
                        (axon, processor) -> processor
                                .initialSegmentCount(segments)
                                .batchSize(batch)
                                .coordinatorExecutor(coordinator(group, axon, hurry(reader.apply(axon))))
                                .workerExecutor(
                                        worker(group, axon, pace.dividedBy(segments), hurry(reader.apply(axon)))));
    }

    private static BooleanSupplier hurry(Optional<LogReader> reader) {
        return reader.<BooleanSupplier>map(own -> own::isFarBehind).orElse(() -> false);
    }

    private static Coordination coordinator(String group, Configuration axon, BooleanSupplier hurry) {
        var coordination = new Coordination(hurry, new AxonThreadFactory("Coordinator[" + group + "]"));
        axon.onShutdown(coordination::shutdown);
        return coordination;
    }

    private static Pace worker(String group, Configuration axon, Duration step, BooleanSupplier hurry) {
        var pace = new Pace(step, hurry, new AxonThreadFactory(group));
        axon.onShutdown(pace::shutdown);
        return pace;
    }
}
