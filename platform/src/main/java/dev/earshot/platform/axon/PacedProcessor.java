package dev.earshot.platform.axon;

import java.time.Duration;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;

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
        return configurer -> configurer
                .eventProcessing()
                .registerPooledStreamingEventProcessor(
                        group,
                        Configuration::eventStore,
                        (axon, processor) -> processor
                                .initialSegmentCount(segments)
                                .batchSize(batch)
                                .workerExecutor(worker(group, axon, pace.dividedBy(segments))));
    }

    private static Pace worker(String group, Configuration axon, Duration step) {
        var pace = new Pace(step, new AxonThreadFactory(group));
        axon.onShutdown(pace::shutdown);
        return pace;
    }
}
