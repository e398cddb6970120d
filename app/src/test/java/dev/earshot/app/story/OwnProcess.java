package dev.earshot.app.story;

import static org.awaitility.Awaitility.await;

import dev.earshot.app.Earshot;
import dev.earshot.app.client.Api;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** An Earshot in a process of its own, so that it can be killed. */
final class OwnProcess implements AutoCloseable {
    private static final Duration TO_START = Duration.ofMinutes(3);
    private static final Duration TO_STOP = Duration.ofSeconds(40);

    private static final int FIRST_PORT = 20_000;
    private static final int PORTS = 10_000;

    private final Path folder = Running.folder();
    private final int port = freePort();
    private final File said = new File("target/other-earshot-" + port + ".log");
    private Process process;

    /** Starts it on its folder, the first time or again, and waits until it answers. */
    void start(String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Earshot.class.getName()));
        command.addAll(List.of(Running.arguments(port, folder.resolve("data"))));
        command.addAll(List.of(more));
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(said))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().atMost(TO_START)
                .ignoreExceptionsMatching(failure -> !(failure instanceof HasEnded))
                .until(this::isReady);
    }

    /** Whoever else listens at its port does not answer for it. */
    private boolean isReady() {
        if (!process.isAlive()) {
            throw new HasEnded();
        }
        return api().anonymous().get("/actuator/health/readiness").status() == 200;
    }

    /** It will never be ready. */
    private final class HasEnded extends IllegalStateException {
        private HasEnded() {
            super("it ended with " + process.exitValue() + "; see " + said.getAbsolutePath());
        }
    }

    Api api() {
        return new Api(URI.create("http://127.0.0.1:" + port));
    }

    /** Where it keeps everything. */
    Path data() {
        return folder.resolve("data");
    }

    /** Kill -9: it has no time to say goodbye, and its database server is left behind. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks it to stop, waits until it has, and tells what it said meanwhile. */
    String stop() {
        long before = said.length();
        process.destroy();
        process.onExit().orTimeout(TO_STOP.toSeconds(), TimeUnit.SECONDS).join();
        try (var lines = new RandomAccessFile(said, "r")) {
            byte[] since = new byte[Math.toIntExact(lines.length() - before)];
            lines.seek(before);
            lines.readFully(since);
            return new String(since, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (CompletionException tooSlow) {
            kill();
        }
        stopOrphanedDatabase();
        FileSystemUtils.deleteRecursively(folder.toFile());
    }

    private void stopOrphanedDatabase() {
        Path postmaster = folder.resolve("data/postgres/postmaster.pid");
        if (Files.exists(postmaster)) {
            try (var lines = Files.lines(postmaster)) {
                long pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
                ProcessHandle.of(pid).ifPresent(server -> {
                    server.destroyForcibly();
                    server.onExit().join();
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Below the ports that systems give to whoever connects: one of those would be taken again before the process listens. */
    private static int freePort() {
        for (int attempt = 0; attempt < PORTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, FIRST_PORT + PORTS);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IllegalStateException("no port is free");
    }
}
