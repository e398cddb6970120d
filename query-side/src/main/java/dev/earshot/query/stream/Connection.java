package dev.earshot.query.stream;

import dev.earshot.api.id.AccountId;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One client's connection. Writing never blocks: bytes are handed over while the container can take them, and go on when
 * it calls back. A client that reads too slowly for its backlog is dropped; it comes back and resumes.
 */
final class Connection implements WriteListener, AsyncListener {
    final AccountId account;
    private final Backlog backlog;
    private final AsyncContext async;
    private final ServletOutputStream out;
    private final Executor writers;
    private final Consumer<Connection> whenClosed;
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private boolean unflushed;
    private volatile boolean closed;

    Connection(
            AccountId account, Backlog backlog, AsyncContext async, Executor writers, Consumer<Connection> whenClosed)
            throws IOException {
        this.account = account;
        this.backlog = backlog;
        this.async = async;
        this.out = async.getResponse().getOutputStream();
        this.writers = writers;
        this.whenClosed = whenClosed;
        async.addListener(this);
        out.setWriteListener(this);
    }

    void send(Frame frame) {
        if (backlog.add(frame)) {
            write();
        } else {
            close();
        }
    }

    void sendPassing(Frame frame) {
        backlog.addPassing(frame);
        write();
    }

    /** Tells the client that a newer stream of its account has taken this one's place, and ends. */
    void replace() {
        backlog.addPassing(Frame.REPLACED);
        writeWhatWaits();
        close();
    }

    /** Has one of the writers write what waits; costs the caller nothing else. */
    void write() {
        if (!closed && scheduled.compareAndSet(false, true)) {
            writers.execute(() -> {
                scheduled.set(false);
                writeWhatWaits();
            });
        }
    }

    private synchronized void writeWhatWaits() {
        try {
            while (!closed && out.isReady()) {
                var frame = backlog.next();
                if (frame != null) {
                    out.write(frame.bytes());
                    unflushed = true;
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    return;
                }
            }
        } catch (IOException | IllegalStateException clientLeft) {
            close();
        }
    }

    /** Ends the connection; ending it twice is harmless. */
    synchronized void close() {
        if (!closed) {
            closed = true;
            whenClosed.accept(this);
            try {
                async.complete();
            } catch (IllegalStateException alreadyOver) {
                // The container was faster.
            }
        }
    }

    @Override
    public void onWritePossible() {
        writeWhatWaits();
    }

    @Override
    public void onError(Throwable clientLeft) {
        close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        throw new IllegalStateException("a stream is started once");
    }
}
