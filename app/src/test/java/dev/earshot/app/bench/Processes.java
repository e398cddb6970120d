package dev.earshot.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What an Earshot costs the machine: its own process, and the database's with all its children. */
final class Processes {
    private final ProcessHandle root;
    private final ProcessHandle database;

    /** The process that runs Earshot on this data folder, and the database server that it started there. */
    Processes(ProcessHandle root, Path data) throws IOException {
        this.root = root;
        String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0);
        this.database = ProcessHandle.of(Long.parseLong(pid.trim())).orElseThrow();
    }

    /** Processor time of Earshot itself so far. */
    Duration cpu() {
        return cpu(Stream.of(root));
    }

    /** Processor time of the database so far; of connections that were closed nothing is known. */
    Duration databaseCpu() {
        return cpu(databases());
    }

    /** Resident memory of the process itself, in MB. */
    long residentMegabytes() {
        return kilobytes(root, "VmRSS:") >> 10;
    }

    /** Memory of the database: what its processes do not share, and the shared part once, in MB. */
    long databaseMegabytes() {
        long own =
                databases().mapToLong(process -> kilobytes(process, "RssAnon:")).sum();
        long shared = databases()
                .mapToLong(process -> kilobytes(process, "RssShmem:"))
                .max()
                .orElse(0);
        return (own + shared) >> 10;
    }

    private Stream<ProcessHandle> databases() {
        return Stream.concat(Stream.of(database), database.descendants());
    }

    private static Duration cpu(Stream<ProcessHandle> processes) {
        return processes
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static long kilobytes(ProcessHandle process, String field) {
        try (Stream<String> status = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return status.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }
}
