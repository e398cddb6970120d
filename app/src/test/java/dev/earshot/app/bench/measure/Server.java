package dev.earshot.app.bench.measure;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged all-in-one in a process of its own, as anybody would start it. */
public final class Server implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final URI address;
    private final Path data;
    private final Duration toReady;

    private Server(Process process, URI address, Path data, Duration toReady) {
        this.process = process;
        this.address = address;
        this.data = data;
        this.toReady = toReady;
    }

    /** Starts it on this data folder, with limits that one client of thousands of people does not meet; waits until it is ready. */
    public static Server start(Path data, String... settings) throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("bench.jar"),
                "--server.port=" + port,
                "--earshot.data=" + data,
                "--logging.level.dev.earshot=warn",
                "--web.rate-limit.per-second=100000",
                "--web.rate-limit.burst=100000",
                "--web.rate-limit.address-per-second=100000",
                "--web.rate-limit.address-burst=100000"));
        command.addAll(List.of(settings));
        File log = new File(data + ".log");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        URI address = URI.create("http://127.0.0.1:" + port);
        awaitReady(process, address.resolve("/actuator/health/readiness"), log);
        return new Server(process, address, data, Duration.ofNanos(System.nanoTime() - start));
    }

    public URI address() {
        return address;
    }

    /** From the start of its process to the first time it called itself ready. */
    public Duration toReady() {
        return toReady;
    }

    public Processes jvm() {
        return Processes.of(process);
    }

    public Processes database() {
        return Processes.databaseIn(data);
    }

    /** Its database, for figures that only the database knows. */
    public DatabaseFigures figures() {
        return DatabaseFigures.in(data);
    }

    @Override
    public void close() {
        stop(process);
    }

    private static void stop(Process process) {
        process.destroy();
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private static void awaitReady(Process process, URI readiness, File log) throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest question = HttpRequest.newBuilder(readiness).build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(http, question)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                stop(process);
                throw new IllegalStateException("the server did not become ready; see " + log);
            }
            Pace.pause(Duration.ofMillis(20));
        }
    }

    private static boolean isReady(HttpClient http, HttpRequest question) throws InterruptedException {
        try {
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
