package dev.earshot.app.bench.calls;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** One person's stream: puts its lines together to what was heard. */
final class Ear implements Flow.Subscriber<String> {
    /** Told of everything heard, on the wire's threads; it must not wait. */
    interface Listening {
        void hear(Heard heard);
    }

    /**
     * One thing heard.
     *
     * @param position its place in the log, 0 if it has none
     * @param atMicros when it was heard, in microseconds of the epoch
     */
    record Heard(long position, String data, long atMicros) {
        /** The text of this field of the body, empty when there is none. Much cheaper than reading all of it as JSON. */
        String field(String name) {
            String key = "\"" + name + "\":\"";
            int start = data.indexOf(key);
            return start < 0 ? "" : data.substring(start + key.length(), data.indexOf('"', start + key.length()));
        }
    }

    private final CompletableFuture<Void> open = new CompletableFuture<>();
    private final Listening listening;
    private long position;
    private String data = "";

    Ear(Listening listening) {
        this.listening = listening;
    }

    /** Done when the stream has said its first word. */
    CompletableFuture<Void> open() {
        return open;
    }

    void ended() {
        open.completeExceptionally(new IllegalStateException("a stream ended"));
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (line.startsWith("id:")) {
            position = Long.parseLong(line, 3, line.length(), 10);
        } else if (line.startsWith("data:")) {
            data = line.substring(5);
        } else if (line.isEmpty() && !data.isEmpty()) {
            open.complete(null);
            listening.hear(new Heard(position, data, ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now())));
            position = 0;
            data = "";
        }
    }

    @Override
    public void onError(Throwable failure) {
        ended();
    }

    @Override
    public void onComplete() {
        ended();
    }
}
