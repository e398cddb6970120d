package dev.earshot.platform.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.Message;
import org.axonframework.monitoring.MessageMonitor;

/**
 * How long commands take: {@code earshot.command}, by name and outcome. A refusal counts as a failure.
 *
 * <p>Axon's own monitors also time every event in every processor, heeded or not, and look their meters up anew each time;
 * that took a third of all memory that was allocated.
 */
final class CommandTimes implements MessageMonitor<Message<?>> {
    private final Map<Class<?>, Timer> succeeded = new ConcurrentHashMap<>();
    private final Map<Class<?>, Timer> failed = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    CommandTimes(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public MonitorCallback onMessageIngested(Message<?> message) {
        Class<?> command = message.getPayloadType();
        long start = System.nanoTime();
        return new MonitorCallback() {
            @Override
            public void reportSuccess() {
                took(succeeded, "success");
            }

            @Override
            public void reportFailure(Throwable cause) {
                took(failed, "failure");
            }

            @Override
            public void reportIgnored() {
                // Nobody ignores a command.
            }

            private void took(Map<Class<?>, Timer> timers, String outcome) {
                timers.computeIfAbsent(command, first -> timer(first, outcome))
                        .record(Duration.ofNanos(System.nanoTime() - start));
            }
        };
    }

    private Timer timer(Class<?> command, String outcome) {
        return Timer.builder("earshot.command")
                .description("How long commands took, from the bus to their commit")
                .tag("command", command.getSimpleName())
                .tag("outcome", outcome)
                .register(meters);
    }
}
