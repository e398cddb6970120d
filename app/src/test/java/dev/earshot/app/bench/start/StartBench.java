package dev.earshot.app.bench.start;

import dev.earshot.app.bench.measure.Latencies;
import dev.earshot.app.bench.measure.Pace;
import dev.earshot.app.bench.measure.Processes;
import dev.earshot.app.bench.measure.Report;
import dev.earshot.app.bench.measure.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/** From the start of {@code java -jar earshot.jar} to ready, on an empty folder and on one that was used; then idle. */
public final class StartBench {
    private static final int STARTS = Integer.getInteger("bench.starts", 5);
    private static final Duration SPAN = Duration.ofSeconds(Long.getLong("bench.seconds", 30));

    private final Latencies empty = new Latencies();
    private final Latencies used = new Latencies();

    private StartBench() {}

    public static void run() throws IOException, InterruptedException {
        new StartBench().measure();
    }

    private void measure() throws IOException, InterruptedException {
        for (int start = 1; start <= STARTS; start++) {
            inAFreshFolder(start == STARTS);
        }
        Report.header("start on", "starts", "fastest s", "median s", "slowest s");
        row("an empty folder", empty);
        row("a used folder", used);
    }

    private void inAFreshFolder(boolean last) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("earshot-bench");
        try {
            try (Server first = Server.start(data)) {
                empty.add(first.toReady().toNanos());
            }
            try (Server second = Server.start(data)) {
                used.add(second.toReady().toNanos());
                if (last) {
                    idle(second);
                }
            }
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private static void idle(Server server) {
        Pace.pause(SPAN);
        Duration jvm = server.jvm().cpu();
        Duration database = server.database().cpu();
        Pace.pause(SPAN);
        Report.header("idle", "resident MB", "CPU % of the machine");
        Report.row(
                "server",
                server.jvm().megabytes(),
                Processes.share(server.jvm().cpu().minus(jvm), SPAN.toSeconds()));
        Report.row(
                "database",
                server.database().megabytes(),
                Processes.share(server.database().cpu().minus(database), SPAN.toSeconds()));
    }

    private static void row(String folder, Latencies starts) {
        Report.row(
                folder, starts.count(), starts.millis(0) / 1_000, starts.millis(0.5) / 1_000, starts.millis(1) / 1_000);
    }
}
