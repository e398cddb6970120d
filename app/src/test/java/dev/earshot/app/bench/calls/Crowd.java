package dev.earshot.app.bench.calls;

import dev.earshot.app.bench.measure.Pace;
import dev.earshot.app.client.Api;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Member;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The people of the benchmark, made through the API: members with money and live listeners, in pairs. */
final class Crowd {
    private static final int AT_ONCE = 8;
    private static final long RATE = 6_000;
    private static final long MONEY = 1_000_000;
    private static final Duration BEAT = Duration.ofSeconds(45);

    private final Api api;
    private final Wire wire;
    private final Arrivals arrivals;
    private final List<Pair> pairs = new ArrayList<>();

    Crowd(URI address, Wire wire, Arrivals arrivals) {
        this.api = new Api(address);
        this.wire = wire;
        this.arrivals = arrivals;
    }

    List<Pair> pairs() {
        return pairs;
    }

    /** Brings this many pairs together, all with their streams open and the listeners' apps beating. */
    void gather(int count) throws InterruptedException, ExecutionException {
        ExecutorService clerks = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<Pair>> coming = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            coming.add(clerks.submit(() -> pair(number)));
        }
        for (Future<Pair> pair : coming) {
            pairs.add(pair.get());
        }
        clerks.shutdown();
        List<CompletableFuture<Void>> open = new ArrayList<>();
        for (Pair pair : pairs) {
            open.add(pair.listen(wire));
        }
        CompletableFuture.allOf(open.toArray(CompletableFuture[]::new)).join();
        beat();
    }

    private Pair pair(int number) {
        Member member = new Member(api.signIn("member" + number));
        member.topUp(MONEY, "test_ok");
        Listener listener = new Listener(api.signIn("listener" + number, "listener"))
                .publish("Lea " + number, "grief", "en", RATE)
                .goLive();
        while (member.person().get("/v1/wallet").text().indexOf("\"minor\":" + MONEY) < 0) {
            Pace.pause(Duration.ofMillis(50));
        }
        return new Pair(member.person().token(), listener.person().token(), listener.listenerId(), arrivals);
    }

    /** One listener after the other, each as often as an app would. */
    private void beat() {
        ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "hearts");
            thread.setDaemon(true);
            return thread;
        });
        AtomicInteger next = new AtomicInteger();
        heart.scheduleAtFixedRate(
                () -> wire.post(
                        "/v1/listeners/me/presence/heartbeat",
                        pairs.get(next.getAndIncrement() % pairs.size()).listenerToken,
                        "{}"),
                0,
                BEAT.toMillis() / pairs.size(),
                TimeUnit.MILLISECONDS);
    }
}
