package dev.earshot.query.audit.verify;

import dev.earshot.platform.archive.CheckpointArchive;
import dev.earshot.query.audit.checkpoint.CheckpointRows;
import dev.earshot.query.audit.checkpoint.SignedCheckpoint;
import dev.earshot.query.audit.key.Keyring;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * The checkpoints one after the other, from the database and from the archive. Of two that differ the one in the archive is believed, for whoever may
 * change the database should not be able to change the archive.
 */
final class Witnesses implements AutoCloseable {
    private static final int READERS = 8;
    private static final int AHEAD = 64;

    private final CheckpointRows rows;
    private final CheckpointArchive archive;
    private final Keyring trusted;
    private final Findings findings;
    private final long[] inArchive;
    private final long archived;
    private final long lastInDatabase;
    private final ReadAhead<Optional<byte[]>> reading =
            new ReadAhead<>(READERS, "audit-archive-reader-", "The archive");
    private final Deque<CheckpointRows.Row> page = new ArrayDeque<>();
    private int asked;
    private int taken;
    private long number;
    private long unarchived;
    private Witness before;
    private Witness current;

    Witnesses(CheckpointRows rows, CheckpointArchive archive, Keyring trusted, Findings findings) {
        this.rows = rows;
        this.archive = archive;
        this.trusted = trusted;
        this.findings = findings;
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

    /** The next one that counts; null after the last. */
    Witness current() {
        return current;
    }

    /** How many are in the database alone, and rightly so. */
    long unarchived() {
        return unarchived;
    }

    /** Goes on to the next one that counts. What is wrong with those in between is found on the way. */
    void advance() {
        before = current == null ? before : current;
        current = null;
        for (long next = next(); current == null && next < Long.MAX_VALUE; next = next()) {
            if (next > number + 1) {
                findings.add(Finding.at(
                        somewhere(),
                        Flaw.CHECKPOINT_MISSING,
                        "Checkpoints %d to %d are nowhere, and later ones are.",
                        number + 1,
                        next - 1));
            }
            number = next;
            current = judged(stored(), archived()).orElse(null);
        }
    }

    @Override
    public void close() {
        reading.close();
    }

    private Optional<Witness> judged(Optional<byte[]> stored, Optional<byte[]> archived) {
        Optional<SignedCheckpoint> outside = archived.flatMap(content -> valid(content, "in the archive"));
        Optional<SignedCheckpoint> inside = stored.flatMap(content -> valid(content, "in the database"));
        Optional<SignedCheckpoint> believed = outside.or(() -> inside);
        long where = believed.map(signed -> signed.checkpoint().last()).orElseGet(this::somewhere);
        boolean bothCount = outside.isPresent() && inside.isPresent();
        if (bothCount && !Arrays.equals(stored.get(), archived.get())) {
            findings.add(Finding.at(
                    where,
                    Flaw.CHECKPOINT_DIFFERS,
                    "Checkpoint %d in the database is not the one in the archive; both are signed.",
                    number));
        } else if (stored.isEmpty() && outside.isPresent()) {
            findings.add(
                    Finding.at(where, Flaw.CHECKPOINT_REMOVED, "Checkpoint %d was taken out of the database.", number));
        } else if (archived.isEmpty()) {
            lacking(where);
        }
        return believed.map(this::follow);
    }

    private void lacking(long where) {
        if (number <= archived || taken < inArchive.length) {
            findings.add(Finding.at(
                    where, Flaw.CHECKPOINT_NOT_IN_ARCHIVE, "Checkpoint %d was taken out of the archive.", number));
        } else {
            unarchived++;
        }
    }

    private Optional<SignedCheckpoint> valid(byte[] content, String where) {
        SignedCheckpoint signed;
        try {
            signed = SignedCheckpoint.parse(content);
        } catch (IllegalArgumentException none) {
            findings.add(Finding.at(
                    somewhere(),
                    Flaw.CHECKPOINT_UNREADABLE,
                    "What is kept as checkpoint %d %s is none.",
                    number,
                    where));
            return Optional.empty();
        }
        long last = signed.checkpoint().last();
        switch (signed.signed(trusted)) {
            case FOREIGN ->
                findings.add(Finding.at(
                        last,
                        Flaw.CHECKPOINT_KEY_FOREIGN,
                        "Checkpoint %d %s is signed as by key %s, which is not trusted here.",
                        number,
                        where,
                        signed.keyId()));
            case INVALID ->
                findings.add(Finding.at(
                        last,
                        Flaw.CHECKPOINT_SIGNATURE_INVALID,
                        "The signature of checkpoint %d %s is not that of its text.",
                        number,
                        where));
            case VALID -> {
                if (signed.checkpoint().number() == number) {
                    return Optional.of(signed);
                }
                findings.add(Finding.at(
                        somewhere(),
                        Flaw.CHECKPOINT_DIFFERS,
                        "What is kept as checkpoint %d %s is checkpoint %d.",
                        number,
                        where,
                        signed.checkpoint().number()));
            }
        }
        return Optional.empty();
    }

    private Witness follow(SignedCheckpoint signed) {
        boolean next = before != null && before.checkpoint().number() == number - 1;
        if (next && !signed.checkpoint().previous().equals(before.hash())) {
            findings.add(Finding.at(
                    signed.checkpoint().first(),
                    Flaw.CHECKPOINT_FORKED,
                    "Checkpoint %d is signed and does not follow checkpoint %d.",
                    number,
                    number - 1));
        }
        return new Witness(signed.checkpoint(), signed.hash());
    }

    /** Where a checkpoint is that cannot tell. */
    private long somewhere() {
        return before == null ? 1 : before.checkpoint().last() + 1;
    }

    /** The next number that anything is kept under; beyond every number after the last. */
    private long next() {
        if (page.isEmpty() && number < lastInDatabase) {
            rows.after(number, AHEAD).stream()
                    .filter(row -> row.number() <= lastInDatabase)
                    .forEach(page::add);
        }
        long inside = page.isEmpty() ? Long.MAX_VALUE : page.peek().number();
        return Math.min(inside, taken < inArchive.length ? inArchive[taken] : Long.MAX_VALUE);
    }

    private Optional<byte[]> stored() {
        boolean here = !page.isEmpty() && page.peek().number() == number;
        return here ? Optional.of(page.remove().content()) : Optional.empty();
    }

    private Optional<byte[]> archived() {
        if (taken == inArchive.length || inArchive[taken] != number) {
            return archive.read(SignedCheckpoint.nameOf(number)); // It may have come there since the names were read.
        }
        taken++;
        while (asked < inArchive.length && reading.size() < AHEAD) {
            String name = SignedCheckpoint.nameOf(inArchive[asked++]);
            reading.ask(() -> archive.read(name));
        }
        return reading.take();
    }
}
