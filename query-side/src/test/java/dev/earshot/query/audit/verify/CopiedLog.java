package dev.earshot.query.audit.verify;

import dev.earshot.platform.archive.ArchiveConflict;
import dev.earshot.platform.archive.CheckpointArchive;
import dev.earshot.query.audit.chain.ForgedChain;
import dev.earshot.query.audit.checkpoint.Checkpoint;
import dev.earshot.query.audit.checkpoint.CheckpointRows;
import dev.earshot.query.audit.checkpoint.SignedCheckpoint;
import dev.earshot.query.audit.key.Keyring;
import dev.earshot.query.audit.key.SigningKey;
import dev.earshot.query.audit.verify.finding.Verdict;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A copy of a real log, of its chain and of its archive, to be tampered with by somebody who may do anything but sign. */
final class CopiedLog {
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final List<String> TABLES =
            List.of("domain_event", "audit_block", "audit_checkpoint", "audit_archived");

    private final DataSource source;
    private final JdbcClient database;
    private final Keyring trusted;
    final Folder archive = new Folder();

    CopiedLog(DriverManagerDataSource owner, CheckpointArchive original, Keyring trusted) {
        String schema = "copy_" + MADE.incrementAndGet();
        JdbcClient whole = JdbcClient.create(owner);
        whole.sql("CREATE SCHEMA " + schema).update();
        TABLES.forEach(table -> {
            whole.sql("CREATE TABLE " + schema + "." + table + " AS TABLE public." + table)
                    .update();
        });
        this.source = new DriverManagerDataSource(
                owner.getUrl() + "&currentSchema=" + schema, owner.getUsername(), owner.getPassword());
        this.database = JdbcClient.create(source);
        this.trusted = trusted;
        original.names()
                .forEach(name -> archive.files.put(name, original.read(name).orElseThrow()));
    }

    /** Somebody with every right on the database runs this. */
    CopiedLog tamper(String sql, Object... values) {
        database.sql(sql).params(values).update();
        return this;
    }

    Verdict verdict() {
        return verdict(trusted);
    }

    Verdict verdict(Keyring keys) {
        return new Verifier(source, archive, keys, 2).verify(new Progress() {
            @Override
            public void checked(long events, long all) {}

            @Override
            public boolean isCancelled() {
                return false;
            }
        });
    }

    /** The n-th position of the log, from 0. */
    long position(int index) {
        return positions().get(index);
    }

    List<Long> positions() {
        return database.sql("SELECT global_index FROM domain_event ORDER BY 1")
                .query(Long.class)
                .list();
    }

    List<CheckpointRows.Row> checkpoints() {
        return new CheckpointRows(database).after(0, 10_000);
    }

    Checkpoint checkpoint(int number) {
        return checkpoints().get(number - 1).signed().checkpoint();
    }

    void relink() throws SQLException {
        new ForgedChain(source).replace();
    }

    /** Puts the log as it is now into every checkpoint, signed with this key. */
    void resign(SigningKey key) throws SQLException {
        ForgedChain forged = new ForgedChain(source);
        String previous = "0".repeat(64);
        for (CheckpointRows.Row row : checkpoints()) {
            Checkpoint old = row.signed().checkpoint();
            Map<String, byte[]> now = forged.headAndRoot(old.count(), old.events());
            SignedCheckpoint signed = SignedCheckpoint.of(
                    new Checkpoint(
                            old.number(),
                            old.first(),
                            old.last(),
                            old.events(),
                            old.count(),
                            HexFormat.of().formatHex(now.get("head")),
                            HexFormat.of().formatHex(now.get("root")),
                            previous,
                            old.at()),
                    key);
            previous = signed.hash();
            tamper("UPDATE audit_checkpoint SET content = ? WHERE number = ?", signed.content(), old.number());
        }
    }

    /** An archive in memory, which its owner may do anything to. */
    static final class Folder implements CheckpointArchive {
        final Map<String, byte[]> files = new TreeMap<>();

        @Override
        public void keep(String name, byte[] content) {
            byte[] before = files.putIfAbsent(name, content);
            if (before != null && !Arrays.equals(before, content)) {
                throw new ArchiveConflict(name, "memory");
            }
        }

        @Override
        public Optional<byte[]> read(String name) {
            return Optional.ofNullable(files.get(name));
        }

        @Override
        public List<String> names() {
            return List.copyOf(files.keySet());
        }
    }
}
