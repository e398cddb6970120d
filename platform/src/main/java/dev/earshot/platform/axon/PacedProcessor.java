package dev.earshot.platform.axon;

import dev.earshot.platform.log.LogReader;
import dev.earshot.platform.log.LogReaders;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.MultiEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;

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
                                .workerExecutor(stoppedWith(
                                        axon, new Pace(pace.dividedBy(segments), () -> false, threads(group)))));
    }

    /**
     * The same for a group of one segment that may have to read the whole log: while it is far behind it is handed long
     * stretches, each handled in one transaction, and does not wait; near the head it keeps its pace.
     */
    public static ConfigurerModule catchingUp(String group, int batch, Duration pace) {
        return configurer -> configurer
                .eventProcessing()
                .registerEventProcessor(
                        group, (name, axon, handlers) -> catchingUp(group, batch, pace, axon, handlers));
    }

    private static EventProcessor catchingUp(
            String group, int batch, Duration pace, Configuration axon, EventHandlerInvoker handlers) {
        // Where Axon Server keeps the log there are no readers of ours.
        Optional<LogReader> reader = Optional.ofNullable(axon.getComponent(LogReaders.class))
                .map(readers -> readers.of(group, handlers::canHandleType));
        var known = axon.eventProcessingConfiguration();
        var processor = PooledStreamingEventProcessor.builder()
                .name(group)
                .eventHandlerInvoker(new StretchHandlers((MultiEventHandlerInvoker) handlers))
                .rollbackConfiguration(known.rollbackConfiguration(group))
                .errorHandler(known.errorHandler(group))
                .messageMonitor(known.messageMonitor(PooledStreamingEventProcessor.class, group))
                .spanFactory(axon.getComponent(EventProcessorSpanFactory.class))
                .tokenStore(known.tokenStore(group))
                .transactionManager(known.transactionManager(group))
                .initialSegmentCount(1)
                .batchSize(batch)
                .coordinatorExecutor(
                        stoppedWith(axon, new ScheduledThreadPoolExecutor(1, threads("Coordinator[" + group + "]"))))
                .workerExecutor(stoppedWith(
                        axon,
                        new Pace(pace, () -> reader.map(LogReader::isFarBehind).orElse(false), threads(group))));
        return reader.map(processor::messageSource)
                .orElseGet(() -> processor.messageSource(axon.eventStore()))
                .build();
    }

    private static AxonThreadFactory threads(String name) {
        return new AxonThreadFactory(name);
    }

    private static ScheduledExecutorService stoppedWith(Configuration axon, ScheduledExecutorService threads) {
        axon.onShutdown(threads::shutdown);
        return threads;
    }
}
