package dev.earshot.query.audit.verify.witness;

import dev.earshot.platform.archive.CheckpointArchive;
import dev.earshot.query.audit.checkpoint.Checkpoint;
import dev.earshot.query.audit.checkpoint.CheckpointRows;
import dev.earshot.query.audit.checkpoint.SignedCheckpoint;
import dev.earshot.query.audit.key.Keyring;
import dev.earshot.query.audit.verify.finding.Finding;
import dev.earshot.query.audit.verify.finding.Findings;
import dev.earshot.query.audit.verify.finding.Flaw;
import java.util.Arrays;
import java.util.Optional;

/**
 * The checkpoints one after the other, from the database and from the archive. Of two that differ the one in the archive is believed, for whoever may
 * change the database should not be able to change the archive.
 */
public final class Witnesses implements AutoCloseable {
    private final Shelves shelves;
    private final Seals seals;
    private final Findings findings;
    private long number;
    private long unarchived;
    private SignedCheckpoint before;
    private SignedCheckpoint current;

    public Witnesses(CheckpointRows rows, CheckpointArchive archive, Keyring trusted, Findings findings) {
        this.shelves = new Shelves(rows, archive);
        this.seals = new Seals(trusted, findings);
        this.findings = findings;
    }

    /** Whether there is one more that counts. */
    public boolean hasCurrent() {
        return current != null;
    }

    /** The next one that counts. */
    public Checkpoint current() {
        return current.checkpoint();
    }

    /** How many are in the database alone, and rightly so. */
    public long unarchived() {
        return unarchived;
    }

    /** Goes on to the next one that counts. What is wrong with those in between is found on the way. */
    public void advance() {
        before = current == null ? before : current;
        current = null;
        Optional<Copies> next = shelves.next();
        while (next.isPresent()) {
            current = judged(next.get()).orElse(null);
            if (current != null) {
                return;
            }
            next = shelves.next();
        }
    }

    @Override
    public void close() {
        shelves.close();
    }

    private Optional<SignedCheckpoint> judged(Copies copies) {
        if (copies.number() > number + 1) {
            findings.add(Finding.at(
                    somewhere(),
                    Flaw.CHECKPOINT_MISSING,
                    "Checkpoints %d to %d are nowhere, and later ones are.",
                    number + 1,
                    copies.number() - 1));
        }
        number = copies.number();
        Optional<SignedCheckpoint> outside =
                copies.archived().flatMap(content -> seals.valid(content, number, "in the archive", somewhere()));
        Optional<SignedCheckpoint> inside =
                copies.stored().flatMap(content -> seals.valid(content, number, "in the database", somewhere()));
        Optional<SignedCheckpoint> believed = outside.or(() -> inside);
        compare(copies, outside.isPresent(), inside.isPresent(), believed);
        believed.ifPresent(this::mustFollow);
        return believed;
    }

    private void compare(Copies copies, boolean outside, boolean inside, Optional<SignedCheckpoint> believed) {
        long where = believed.map(signed -> signed.checkpoint().last()).orElseGet(this::somewhere);
        if (outside
                && inside
                && !Arrays.equals(copies.stored().get(), copies.archived().get())) {
            findings.add(Finding.at(
                    where,
                    Flaw.CHECKPOINT_DIFFERS,
                    "Checkpoint %d in the database is not the one in the archive; both are signed.",
                    number));
        } else if (copies.stored().isEmpty() && outside) {
            findings.add(
                    Finding.at(where, Flaw.CHECKPOINT_REMOVED, "Checkpoint %d was taken out of the database.", number));
        } else if (copies.archived().isEmpty() && copies.isDue()) {
            findings.add(Finding.at(
                    where, Flaw.CHECKPOINT_NOT_IN_ARCHIVE, "Checkpoint %d was taken out of the archive.", number));
        } else if (copies.archived().isEmpty()) {
            unarchived++;
        }
    }

    private void mustFollow(SignedCheckpoint signed) {
        boolean next = before != null && before.checkpoint().number() == number - 1;
        if (next && !signed.checkpoint().previous().equals(before.hash())) {
            findings.add(Finding.at(
                    signed.checkpoint().first(),
                    Flaw.CHECKPOINT_FORKED,
                    "Checkpoint %d is signed and does not follow checkpoint %d.",
                    number,
                    number - 1));
        }
    }

    /** Where a checkpoint is that cannot tell. */
    private long somewhere() {
        return before == null ? 1 : before.checkpoint().last() + 1;
    }
}
