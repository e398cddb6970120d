package dev.earshot.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What a process and its children, the database among them, cost the machine. */
final class Processes {
    private final ProcessHandle root;

    Processes(ProcessHandle root) {
        this.root = root;
    }

    /** Processor time so far. */
    Duration cpu() {
        return all().map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Resident memory of the process itself, in MB. */
    long residentMegabytes() {
        return kilobytes(root, "VmRSS:") >> 10;
    }

    /** Memory of the children that they do not share with each other, and the shared part once, in MB. */
    long childrenMegabytes() {
        long own = root.descendants()
                .mapToLong(child -> kilobytes(child, "RssAnon:"))
                .sum();
        long shared = root.descendants()
                .mapToLong(child -> kilobytes(child, "RssShmem:"))
                .max()
                .orElse(0);
        return (own + shared) >> 10;
    }

    private Stream<ProcessHandle> all() {
        return Stream.concat(Stream.of(root), root.descendants());
    }

    private static long kilobytes(ProcessHandle process, String field) {
        try (Stream<String> status = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return status.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException gone) {
            return 0;
        }
    }
}
