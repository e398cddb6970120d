package dev.earshot.app.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What a process costs the machine, or a server with all its workers. */
public final class Processes {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    /** The kernel counts processor time in hundredths of a second. */
    private static final long TICK_MILLIS = 10;

    private final ProcessHandle root;
    private final boolean withWorkers;

    private Processes(ProcessHandle root, boolean withWorkers) {
        this.root = root;
        this.withWorkers = withWorkers;
    }

    /** This process, without those it started. */
    public static Processes here() {
        return new Processes(ProcessHandle.current(), false);
    }

    /** That process, without those it started. */
    public static Processes of(Process process) {
        return new Processes(process.toHandle(), false);
    }

    /** The database server that keeps its rows in this data folder. */
    public static Processes databaseIn(Path data) {
        try (Stream<String> lines = Files.lines(data.resolve("postgres/postmaster.pid"))) {
            long id = Long.parseLong(lines.findFirst().orElseThrow().strip());
            return new Processes(ProcessHandle.of(id).orElseThrow(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processor time so far, of workers that have ended too. */
    public Duration cpu() {
        return Duration.ofMillis(TICK_MILLIS * sum(this::ticks));
    }

    /** What this processor time is of all the machine had in these seconds, in hundredths. */
    public static double share(Duration cpu, double seconds) {
        return 100 * cpu.toMillis() / (1000 * seconds * CORES);
    }

    /** Resident memory, in MB; what the processes share counts once. */
    public long megabytes() {
        return (sum(process -> kilobytes(process, "RssAnon:")) + most("RssFile:") + most("RssShmem:")) >> 10;
    }

    private long most(String field) {
        return all().mapToLong(process -> kilobytes(process, field)).max().orElse(0);
    }

    private long sum(ToLongFunction<ProcessHandle> figure) {
        return all().mapToLong(figure).sum();
    }

    private Stream<ProcessHandle> all() {
        return withWorkers ? Stream.concat(Stream.of(root), root.descendants()) : Stream.of(root);
    }

    /** In user and in kernel mode; workers that have ended are counted by who started them. */
    private long ticks(ProcessHandle process) {
        try {
            String stat = Files.readString(file(process, "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Stream.of(11, 12, 13, 14)
                    .limit(withWorkers ? 4 : 2)
                    .mapToLong(field -> Long.parseLong(fields[field]))
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    private static long kilobytes(ProcessHandle process, String field) {
        try (Stream<String> status = Files.lines(file(process, "status"))) {
            return status.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    private static Path file(ProcessHandle process, String name) {
        return Path.of("/proc", String.valueOf(process.pid()), name);
    }
}
