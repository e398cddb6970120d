package dev.earshot.query.audit.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The blocks of the chain, where they are stored. Rows are added and never changed. */
public final class BlockRows {
    private static final String BLOCK =
            "SELECT block, before, positions, checks, leaves, head, linked_at FROM audit_block ";

    private static final String TAIL = "SELECT block, before + events AS count, last_position, head FROM audit_block ";

    private final JdbcClient database;

    public BlockRows(JdbcClient database) {
        this.database = database;
    }

    /** Where the chain ends. */
    public Block.Tail tail() {
        return database.sql(TAIL + "ORDER BY block DESC LIMIT 1")
                .query(BlockRows::tailOf)
                .optional()
                .orElse(Block.Tail.NONE);
    }

    void add(Block block) {
        database.sql("""
                        INSERT INTO audit_block
                            (block, before, events, first_position, last_position, positions, checks, leaves, head, linked_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        block.number(),
                        block.before(),
                        block.leaves().size(),
                        block.leaves().position(0),
                        block.leaves().last(),
                        block.leaves().packedPositions(),
                        block.leaves().packedChecks(),
                        block.leaves().packedHashes(),
                        block.head(),
                        block.linkedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The next blocks after this number. */
    public List<Block> after(long number, int most) {
        return database.sql(BLOCK + "WHERE block > ? ORDER BY block LIMIT ?")
                .params(number, most)
                .query(BlockRows::block)
                .list();
    }

    /** The block that has this position between its first and its last. */
    public Optional<Block> around(long position) {
        return database.sql(BLOCK + "WHERE last_position >= ? ORDER BY last_position LIMIT 1")
                .param(position)
                .query(BlockRows::block)
                .optional()
                .filter(block -> !block.leaves().isEmpty() && block.leaves().position(0) <= position);
    }

    /** The links of all events of a block. */
    public List<byte[]> linksOf(Block block) {
        return block.links(database.sql(TAIL + "WHERE block = ?")
                .param(block.number() - 1)
                .query(BlockRows::tailOf)
                .optional()
                .orElse(Block.Tail.NONE)
                .head());
    }

    /** When the first block after this number was linked. */
    public Optional<Instant> linkedAfter(long number) {
        return database.sql("SELECT linked_at FROM audit_block WHERE block > ? ORDER BY block LIMIT 1")
                .param(number)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** The last position of the log, whether linked or not; 0 while it is empty. */
    public long endOfLog() {
        return database.sql("SELECT coalesce(max(global_index), 0) FROM domain_event")
                .query(Long.class)
                .single();
    }

    /** The first position of the log; 1 while it is empty. */
    public long beginOfLog() {
        return database.sql("SELECT coalesce(min(global_index), 1) FROM domain_event")
                .query(Long.class)
                .single();
    }

    private static Block.Tail tailOf(ResultSet row, int index) throws SQLException {
        return new Block.Tail(
                row.getLong("block"), row.getLong("count"), row.getLong("last_position"), row.getBytes("head"));
    }

    private static Block block(ResultSet row, int index) throws SQLException {
        return new Block(
                row.getLong("block"),
                row.getLong("before"),
                leaves(row),
                row.getBytes("head"),
                row.getObject("linked_at", OffsetDateTime.class).toInstant());
    }

    /** A block that somebody edited until it cannot be read is one without events. */
    private static Leaves leaves(ResultSet row) throws SQLException {
        try {
            return Leaves.unpacked(row.getBytes("positions"), row.getBytes("checks"), row.getBytes("leaves"));
        } catch (IllegalArgumentException edited) {
            return Leaves.NONE;
        }
    }
}
