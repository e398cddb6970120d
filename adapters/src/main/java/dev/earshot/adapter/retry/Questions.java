package dev.earshot.adapter.retry;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.axonframework.common.AxonThreadFactory;

/** How a provider is asked about what is open: a few questions side by side, and none while it is down. */
public final class Questions implements AutoCloseable {
    /** How long whoever has taken something up has it to themselves. */
    public static final Duration LEASE = Duration.ofMinutes(5);

    private static final int BATCH = 100;

    private final CircuitBreaker breaker;
    private final ExecutorService threads;

    /**
     * Questions of one kind to one provider.
     *
     * @param atOnce how many are asked side by side
     * @param isLost which answers say that nothing was heard
     */
    public Questions(String name, int atOnce, Predicate<Object> isLost) {
        this.breaker = LeftInPeace.when(name, isLost, Clock.systemUTC());
        this.threads = Executors.newFixedThreadPool(atOnce, new AxonThreadFactory("payments"));
    }

    /** Asks about all that is due; {@code due} takes up to so many at a time. */
    public <T> void askAll(IntFunction<List<T>> due, Consumer<T> ask) {
        int taken;
        do {
            List<T> batch = due.apply(BATCH);
            batch.stream()
                    .map(open -> CompletableFuture.runAsync(() -> ask.accept(open), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
            taken = batch.size();
        } while (taken == BATCH);
    }

    /** The provider's answer. Fails at once while the provider is left in peace. */
    public <R> R ask(Supplier<R> question) {
        return breaker.executeSupplier(question);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
