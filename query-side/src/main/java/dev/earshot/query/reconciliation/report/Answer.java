package dev.earshot.query.reconciliation.report;

import dev.earshot.api.money.Money;
import dev.earshot.api.reconciliation.Movement;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.report.ReportLine;
import dev.earshot.platform.report.ReportLines;
import dev.earshot.query.reconciliation.report.Intake.Reading;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/**
 * What a provider that was asked has told, all of it, on disk. However slowly it tells, nothing in the database waits for it; what
 * is lost before it is taken was never told, and the provider is asked again.
 */
final class Answer implements AutoCloseable {
    private final Path file;
    private final long lines;

    private Answer(Path file, long lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Listens until all is told, and keeps nothing of what breaks off. */
    static Answer to(Reading question) throws Refused, IOException {
        Path file = Files.createTempFile("report-", ".lines");
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            var kept = new Kept(out);
            question.into(kept);
            return new Answer(file, kept.lines);
        } catch (Refused | IOException | RuntimeException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
    }

    void into(ReportLines taker) throws Refused, IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (long line = 0; line < lines; line++) {
                taker.next(read(in));
            }
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    private static final class Kept implements ReportLines {
        private final DataOutputStream out;
        private long lines;

        private Kept(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void next(ReportLine line) {
            try {
                write(line, out);
                lines++;
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }
    }

    private static void write(ReportLine line, DataOutputStream out) throws IOException {
        out.writeUTF(line.id());
        out.writeUTF(line.movement().map(Movement::name).orElse(""));
        out.writeUTF(line.reference());
        out.writeUTF(line.name());
        out.writeUTF(line.amount().currency().getCurrencyCode());
        out.writeLong(line.amount().minor());
        out.writeLong(line.fee().minor());
        out.writeLong(line.net().minor());
        out.writeLong(line.at().getEpochSecond());
        out.writeInt(line.at().getNano());
    }

    private static ReportLine read(DataInputStream in) throws IOException {
        String id = in.readUTF();
        String movement = in.readUTF();
        String reference = in.readUTF();
        String name = in.readUTF();
        Currency currency = Currency.getInstance(in.readUTF());
        return new ReportLine(
                id,
                movement.isEmpty() ? Optional.empty() : Optional.of(Movement.valueOf(movement)),
                reference,
                name,
                new Money(in.readLong(), currency),
                new Money(in.readLong(), currency),
                new Money(in.readLong(), currency),
                Instant.ofEpochSecond(in.readLong(), in.readInt()));
    }
}
