package dev.earshot.query.audit.checkpoint;

import dev.earshot.platform.archive.ArchiveConflict;
import dev.earshot.platform.archive.CheckpointArchive;
import dev.earshot.query.audit.WhereTheLogIs;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings checkpoints out of the database, one after the other. What cannot be kept is tried again for ever. Something else under the name of a
 * checkpoint holds up those that follow, for somebody has to look at it.
 */
@Component
@WhereTheLogIs
public class Courier {
    private static final int PAGE = 100;

    private final CheckpointRows checkpoints;
    private final CheckpointArchive archive;
    private final Heights heights;
    private final Clock clock;
    private boolean looked;
    private volatile ArchiveConflict conflict;

    Courier(JdbcClient database, CheckpointArchive archive, Heights heights, Clock clock) {
        this.checkpoints = new CheckpointRows(database);
        this.archive = archive;
        this.heights = heights;
        this.clock = clock;
    }

    /** Keeps all that wait. Fails if one cannot be kept now. */
    public synchronized void deliver() {
        if (!looked) {
            archive.names().forEach(name -> heights.reached(SignedCheckpoint.numberOf(name)));
            looked = true;
        }
        try {
            for (List<CheckpointRows.Row> next = waiting(); !next.isEmpty(); next = waiting()) {
                next.forEach(this::keep);
            }
            conflict = null;
        } catch (ArchiveConflict found) {
            conflict = found;
            throw found;
        }
    }

    /** That something else is kept under the name of a checkpoint. */
    public Optional<ArchiveConflict> conflict() {
        return Optional.ofNullable(conflict);
    }

    private List<CheckpointRows.Row> waiting() {
        return checkpoints.after(checkpoints.archived(), PAGE);
    }

    private void keep(CheckpointRows.Row checkpoint) {
        archive.keep(SignedCheckpoint.nameOf(checkpoint.number()), checkpoint.content());
        checkpoints.archived(checkpoint.number(), clock.instant());
        heights.reached(checkpoint.number());
    }
}
