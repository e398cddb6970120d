package dev.earshot.saga.meter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.axonframework.common.AxonThreadFactory;

/** The threads on which segments tell their ticks. */
final class Tellers implements AutoCloseable {
    /** While one waits for the disk, the other counts. */
    private static final int MANY = 2;

    private final ExecutorService threads = Executors.newFixedThreadPool(MANY, new AxonThreadFactory("meter-teller"));

    /** Lets everyone tell, and waits for all of them; only then tells of those who failed. */
    <T> void each(Collection<T> all, Consumer<T> telling) {
        List<Future<?>> tellings = new ArrayList<>();
        all.forEach(one -> tellings.add(threads.submit(() -> telling.accept(one))));
        List<Throwable> failures = tellings.stream()
                .map(Tellers::failureOf)
                .flatMap(Optional::stream)
                .toList();
        if (!failures.isEmpty()) {
            IllegalStateException failed = new IllegalStateException("a segment failed to tell", failures.get(0));
            failures.stream().skip(1).forEach(failed::addSuppressed);
            throw failed;
        }
    }

    private static Optional<Throwable> failureOf(Future<?> told) {
        try {
            told.get();
            return Optional.empty();
        } catch (ExecutionException failure) {
            return Optional.of(failure.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
