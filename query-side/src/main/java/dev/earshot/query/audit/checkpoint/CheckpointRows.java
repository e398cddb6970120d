package dev.earshot.query.audit.checkpoint;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checkpoints, where the database keeps them. Rows are added and never changed. */
public final class CheckpointRows {
    private static final String ROW = "SELECT number, block, content FROM audit_checkpoint ";

    private final JdbcClient database;

    public CheckpointRows(JdbcClient database) {
        this.database = database;
    }

    /** @param block the last block in it */
    public record Row(long number, long block, byte[] content) {
        public SignedCheckpoint signed() {
            return SignedCheckpoint.parse(content);
        }
    }

    Optional<Row> last() {
        return database.sql(ROW + "ORDER BY number DESC LIMIT 1")
                .query(Row.class)
                .optional();
    }

    public Optional<Row> find(long number) {
        return database.sql(ROW + "WHERE number = ?")
                .param(number)
                .query(Row.class)
                .optional();
    }

    /** The checkpoint of an event, if there is one already: the first that ends at its position or later. */
    public Optional<Row> covering(long position) {
        return database.sql(ROW + "WHERE last_position >= ? ORDER BY last_position LIMIT 1")
                .param(position)
                .query(Row.class)
                .optional();
    }

    /** The next ones after this number. */
    public List<Row> after(long number, int most) {
        return database.sql(ROW + "WHERE number > ? ORDER BY number LIMIT ?")
                .params(number, most)
                .query(Row.class)
                .list();
    }

    /** Those before this number, the latest first. */
    public List<Row> before(long number, int most) {
        return database.sql(ROW + "WHERE number < ? ORDER BY number DESC LIMIT ?")
                .params(number, most)
                .query(Row.class)
                .list();
    }

    void add(SignedCheckpoint signed, long block) {
        Checkpoint checkpoint = signed.checkpoint();
        database.sql("INSERT INTO audit_checkpoint (number, block, last_position, content, made_at)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .params(
                        checkpoint.number(),
                        block,
                        checkpoint.last(),
                        signed.content(),
                        checkpoint.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The number of the last one that is kept outside too, and with it all before; 0 while there is none. */
    public long archived() {
        return database.sql("SELECT coalesce(max(number), 0) FROM audit_archived")
                .query(Long.class)
                .single();
    }

    void archived(long number, Instant now) {
        database.sql("INSERT INTO audit_archived (number, archived_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(number, now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Since when the oldest that is not kept outside waits for it. */
    public Optional<Instant> waitingSince() {
        return database.sql("""
                        SELECT made_at FROM audit_checkpoint
                        WHERE number > (SELECT coalesce(max(number), 0) FROM audit_archived) ORDER BY number LIMIT 1""").query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    /** How many wait. */
    public long waiting() {
        return database.sql("""
                        SELECT count(*) FROM audit_checkpoint
                        WHERE number > (SELECT coalesce(max(number), 0) FROM audit_archived)""").query(Long.class).single();
    }
}
