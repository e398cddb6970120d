package dev.earshot.query.audit.proof;

import dev.earshot.api.refusal.Refused;
import dev.earshot.query.audit.AuditRefusal;
import dev.earshot.query.audit.WhereTheLogIs;
import dev.earshot.query.audit.chain.Block;
import dev.earshot.query.audit.chain.BlockRows;
import dev.earshot.query.audit.chain.Hashes;
import dev.earshot.query.audit.chain.MerkleTree;
import dev.earshot.query.audit.chain.RawEvent;
import dev.earshot.query.audit.chain.RawLog;
import dev.earshot.query.audit.checkpoint.CheckpointRows;
import dev.earshot.query.audit.checkpoint.CheckpointSettings;
import dev.earshot.query.audit.checkpoint.SignedCheckpoint;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes proofs, and none that would not hold. */
@Component
@WhereTheLogIs
class Proofs {
    private static final int PAGE = 32;

    private final JdbcTemplate jdbc;
    private final JdbcClient database;
    private final BlockRows blocks;
    private final CheckpointRows checkpoints;
    private final CheckpointSettings settings;

    Proofs(JdbcTemplate jdbc, JdbcClient database, CheckpointSettings settings) {
        this.jdbc = jdbc;
        this.database = database;
        this.blocks = new BlockRows(database);
        this.checkpoints = new CheckpointRows(database);
        this.settings = settings;
    }

    /** The proof of the event with this position or this id. */
    Proof of(String positionOrId) throws Refused {
        RawEvent event = positionOf(positionOrId)
                .flatMap(this::stored)
                .orElseThrow(() -> AuditRefusal.AUDIT_EVENT_UNKNOWN.of(
                        "there is no event at the position, or with the id, %s", positionOrId));
        CheckpointRows.Row row = checkpoints
                .covering(event.position())
                .orElseThrow(() -> AuditRefusal.AUDIT_PROOF_NOT_YET.of(
                        "the event at %d is in no checkpoint yet; one is due within %d s",
                        event.position(), settings.every().toSeconds() + 1));
        SignedCheckpoint checkpoint = row.signed();
        List<byte[]> leaves = new ArrayList<>();
        int index = gather(row, event.position(), leaves);
        Hashes hashes = new Hashes();
        if (index < 0
                || !leads(checkpoint, leaves, hashes)
                || !Arrays.equals(leaves.get(index), hashes.leaf(event.canonical()))) {
            throw AuditRefusal.AUDIT_PROOF_IMPOSSIBLE.of(
                    "the event at %d is not what checkpoint %d says: have the log verified",
                    event.position(), row.number());
        }
        return Proof.of(event, MerkleTree.path(hashes, leaves, index), checkpoint);
    }

    private Optional<Long> positionOf(String positionOrId) {
        if (positionOrId.matches("[0-9]{1,18}")) {
            return Optional.of(Long.valueOf(positionOrId));
        }
        return database.sql("SELECT global_index FROM domain_event WHERE event_id = ?")
                .param(positionOrId)
                .query(Long.class)
                .optional();
    }

    private Optional<RawEvent> stored(long position) {
        return jdbc.execute((Connection connection) -> RawLog.at(connection, position));
    }

    /** All leaves of a checkpoint, and the place of this position among them, or a negative number. */
    private int gather(CheckpointRows.Row row, long position, List<byte[]> leaves) {
        long block = checkpoints
                .find(row.number() - 1)
                .map(CheckpointRows.Row::block)
                .orElse(0L);
        int index = -1;
        while (block < row.block()) {
            List<Block> next = blocks.after(block, (int) Math.min(PAGE, row.block() - block));
            if (next.isEmpty()) {
                return -1;
            }
            for (Block each : next) {
                int found = each.leaves().indexOf(position);
                index = found >= 0 ? leaves.size() + found : index;
                leaves.addAll(each.leaves().hashes());
                block = each.number();
            }
        }
        return index;
    }

    private static boolean leads(SignedCheckpoint checkpoint, List<byte[]> leaves, Hashes hashes) {
        MerkleTree tree = new MerkleTree(hashes);
        leaves.forEach(tree::add);
        return HexFormat.of()
                .formatHex(tree.root())
                .equals(checkpoint.checkpoint().root());
    }
}
