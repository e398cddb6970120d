package dev.earshot.app.client;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The heartbeats that people's apps would send by themselves. */
public final class Hearts implements AutoCloseable {
    private final Duration every;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(8, task -> {
        Thread thread = new Thread(task, "hearts");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, ScheduledFuture<?>> beating = new ConcurrentHashMap<>();

    /** Hearts that beat this often. */
    public Hearts(Duration every) {
        this.every = every;
    }

    /** Both sides of the call are there from now on, until it ends. */
    public void connect(Talk talk) {
        connect(talk, talk.member().person());
        connect(talk, talk.listener().person());
    }

    /** This side of the call is there from now on, until it ends. */
    public void connect(Talk talk, Person person) {
        start(key(talk, person), () -> goesOn(talk.beat(person)));
    }

    /** This side falls silent. */
    public void silence(Talk talk, Person person) {
        stop(key(talk, person));
    }

    /** The listener's app stays open. */
    public void present(Listener listener) {
        start(
                listener.listenerId(),
                () -> goesOn(listener.person().post("/v1/listeners/me/presence/heartbeat", Map.of())));
    }

    /** The listener's app dies. */
    public void absent(Listener listener) {
        stop(listener.listenerId());
    }

    /** Everybody falls silent at once. */
    public void silenceAll() {
        beating.keySet().forEach(this::stop);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void start(String key, BooleanSupplier beat) {
        Runnable once = () -> {
            if (!beat.getAsBoolean()) {
                stop(key);
            }
        };
        var schedule = clock.scheduleAtFixedRate(once, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        var before = beating.put(key, schedule);
        if (before != null) {
            before.cancel(false);
        }
    }

    private void stop(String key) {
        var schedule = beating.remove(key);
        if (schedule != null) {
            schedule.cancel(false);
        }
    }

    /** Over is what does not exist for the asker, or not any more; anything else may pass. */
    private static boolean goesOn(Answer answer) {
        return answer.status() != 404 && answer.status() != 409;
    }

    private static String key(Talk talk, Person person) {
        return talk.callId() + " " + person.accountId();
    }
}
