package dev.earshot.app.bench.presence;

import dev.earshot.app.bench.measure.Latencies;
import dev.earshot.app.bench.measure.Pace;
import dev.earshot.app.bench.measure.Processes;
import dev.earshot.app.bench.measure.Report;
import dev.earshot.app.bench.measure.Server;
import dev.earshot.app.client.Api;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Person;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;

/** What the beats of very many listeners cost as requests; a few listeners send them all, since each costs the same. */
final class BeatsOverHttp {
    private static final int LISTENERS = 100;
    private static final int CLIENTS = 8;

    private final Server server;
    private final List<Person> listeners = new ArrayList<>();
    private volatile Latencies latencies = new Latencies();
    private final LongAdder failed = new LongAdder();

    private BeatsOverHttp(Server server) {
        this.server = server;
    }

    static void measure(long aSecond, Duration span) throws Exception {
        Path data = Files.createTempDirectory("earshot-bench");
        try (Server server = Server.start(data)) {
            new BeatsOverHttp(server).run(aSecond, span);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private void run(long aSecond, Duration span) throws InterruptedException {
        Api api = new Api(server.address());
        for (int number = 0; number < LISTENERS; number++) {
            Listener listener = new Listener(api.signIn("listener" + number, "listener"));
            listeners.add(listener.publish("Lea", "grief", "en", 100).goLive().person());
        }
        send(aSecond, span); // Until the code is warm.
        Processes client = Processes.here();
        Duration serverCpu = server.jvm().cpu();
        Duration databaseCpu = server.database().cpu();
        Duration clientCpu = client.cpu();
        latencies = new Latencies();
        long start = System.nanoTime();
        send(aSecond, span);
        double seconds = (System.nanoTime() - start) / 1e9;
        Report.line("");
        Report.line("The same beats as requests, to a server in a process of its own:");
        Report.header(
                "offered/s",
                "beats/s",
                "failed",
                "server CPU % of the machine",
                "database CPU %",
                "clients' CPU %",
                "p50 ms",
                "p99 ms");
        Report.row(
                aSecond,
                latencies.count() / seconds,
                failed.sum(),
                Processes.share(server.jvm().cpu().minus(serverCpu), seconds),
                Processes.share(server.database().cpu().minus(databaseCpu), seconds),
                Processes.share(client.cpu().minus(clientCpu), seconds),
                latencies.millis(0.5),
                latencies.millis(0.99));
    }

    private void send(long aSecond, Duration span) throws InterruptedException {
        List<Thread> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            int first = client;
            Thread thread = new Thread(() -> send(first, CLIENTS * 1_000_000_000L / aSecond, span));
            thread.start();
            clients.add(thread);
        }
        for (Thread thread : clients) {
            thread.join();
        }
        Pace.pause(Duration.ofSeconds(1));
    }

    private void send(int first, long everyNanos, Duration span) {
        long start = System.nanoTime();
        int next = first;
        for (long due = start; due < start + span.toNanos(); due += everyNanos, next += CLIENTS) {
            LockSupport.parkNanos(due - System.nanoTime());
            long asked = System.nanoTime();
            var answer =
                    listeners.get(next % LISTENERS).send("POST", "/v1/listeners/me/presence/heartbeat", "", Map.of());
            latencies.add(System.nanoTime() - asked);
            if (answer.status() / 100 != 2) {
                failed.increment();
            }
        }
    }
}
