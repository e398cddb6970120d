package dev.earshot.platform.database;

import dev.earshot.platform.start.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database server whose Earshot was killed. It still runs, and holds the cluster until somebody stops it. */
final class OrphanedServer {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);
    private static final int PATIENCE_SECONDS = 60;

    private OrphanedServer() {}

    /** Stops the server of this cluster, if one runs. To be called by the holder of the folder's lock alone. */
    static void stopIn(Path cluster) {
        serverOf(cluster).ifPresent(server -> {
            LOG.info("Stopping the database server {} that a killed Earshot left behind", server.pid());
            try {
                stopFast(server);
                server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (IOException | ExecutionException | TimeoutException e) {
                throw new CannotStart(
                        "The database server " + server.pid() + " of " + cluster + " does not stop: " + e,
                        "Stop it by hand and start again.");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
    }

    /** SIGINT is PostgreSQL's fast shutdown: nobody is waited for, everything is written. Java can only send others. */
    private static void stopFast(ProcessHandle server) throws IOException, InterruptedException {
        if (isWindows()) {
            server.destroy();
        } else {
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                    .start()
                    .waitFor();
        }
    }

    /** The number in the file may belong to any process by now, after a reboot for example. */
    private static Optional<ProcessHandle> serverOf(Path cluster) {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(number -> number.matches("[0-9]{1,18}"))
                    .map(Long::valueOf)
                    .flatMap(ProcessHandle::of)
                    .filter(OrphanedServer::isPostgres);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(path -> path.contains("postgres")).orElse(true);
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
