package dev.earshot.query.audit.verify.witness;

import dev.earshot.platform.archive.CheckpointArchive;
import dev.earshot.query.audit.checkpoint.CheckpointRows;
import dev.earshot.query.audit.checkpoint.SignedCheckpoint;
import dev.earshot.query.audit.verify.reading.ReadAhead;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Goes through the numbers that anything is kept under, in the database or in the archive. The archive, which may be far away, is read ahead. */
final class Shelves implements AutoCloseable {
    private static final int READERS = 8;
    private static final int AHEAD = 64;

    private final CheckpointRows rows;
    private final CheckpointArchive archive;
    private final long[] inArchive;
    private final long archived;
    private final long lastInDatabase;
    private final ReadAhead<Optional<byte[]>> reading =
            new ReadAhead<>(READERS, "audit-archive-reader-", "The archive");
    private final Deque<CheckpointRows.Row> page = new ArrayDeque<>();
    private int asked;
    private int taken;
    private long number;

    Shelves(CheckpointRows rows, CheckpointArchive archive) {
        this.rows = rows;
        this.archive = archive;
        // The archive first: what is in it then is in the database too, while nobody took it out.
        this.inArchive = archive.names().stream()
                .mapToLong(SignedCheckpoint::numberOf)
                .filter(found -> found > 0)
                .sorted()
                .toArray();
        this.archived = rows.archived();
        this.lastInDatabase = rows.before(Long.MAX_VALUE, 1).stream()
                .mapToLong(CheckpointRows.Row::number)
                .findFirst()
                .orElse(0);
    }

    /** What is kept under the next number; empty after the last. */
    Optional<Copies> next() {
        if (page.isEmpty() && number < lastInDatabase) {
            rows.after(number, AHEAD).stream()
                    .filter(row -> row.number() <= lastInDatabase)
                    .forEach(page::add);
        }
        long inside = page.isEmpty() ? Long.MAX_VALUE : page.peek().number();
        long outside = taken < inArchive.length ? inArchive[taken] : Long.MAX_VALUE;
        number = Math.min(inside, outside);
        if (number == Long.MAX_VALUE) {
            return Optional.empty();
        }
        Optional<byte[]> stored = inside == number ? Optional.of(page.remove().content()) : Optional.empty();
        Optional<byte[]> kept = outside == number ? taken() : late();
        return Optional.of(new Copies(number, stored, kept, number <= archived || taken < inArchive.length));
    }

    @Override
    public void close() {
        reading.close();
    }

    private Optional<byte[]> taken() {
        taken++;
        while (asked < inArchive.length && reading.size() < AHEAD) {
            String name = SignedCheckpoint.nameOf(inArchive[asked++]);
            reading.ask(() -> archive.read(name));
        }
        return reading.take();
    }

    /** It may have come there since the names were read. */
    private Optional<byte[]> late() {
        return archive.read(SignedCheckpoint.nameOf(number));
    }
}
