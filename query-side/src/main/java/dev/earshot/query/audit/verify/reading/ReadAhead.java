package dev.earshot.query.audit.verify.reading;

import dev.earshot.platform.work.Daemons;
import dev.earshot.query.audit.verify.finding.CannotVerify;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What a few threads read in advance, taken in the order in which it was asked for. */
public final class ReadAhead<T> implements AutoCloseable {
    private final String source;
    private final ExecutorService readers;
    private final Deque<Future<T>> reading = new ArrayDeque<>();

    /** With so many threads, called by this name; {@code source} is what is read, as an error would call it. */
    public ReadAhead(int threads, String name, String source) {
        this.source = source;
        this.readers = Executors.newFixedThreadPool(threads, Daemons.named(name));
    }

    public void ask(Callable<T> read) {
        reading.add(readers.submit(read));
    }

    /** How much was asked for and not yet taken. */
    public int size() {
        return reading.size();
    }

    /** The next, as soon as it is read. */
    public T take() {
        try {
            return reading.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotVerify("The verification was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(source + " cannot be read", e.getCause());
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
