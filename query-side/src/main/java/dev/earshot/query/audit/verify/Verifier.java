package dev.earshot.query.audit.verify;

import dev.earshot.platform.archive.CheckpointArchive;
import dev.earshot.query.audit.chain.Block;
import dev.earshot.query.audit.chain.BlockRows;
import dev.earshot.query.audit.checkpoint.CheckpointRows;
import dev.earshot.query.audit.key.Keyring;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the whole log again and tells whether it is what was signed. It writes nothing, and the log may grow meanwhile. */
public final class Verifier {
    private static final int TOLD = 20;

    private final DataSource database;
    private final CheckpointArchive archive;
    private final Keyring trusted;
    private final int readers;

    /** @param trusted the keys whose signatures count
     * @param readers how many connections read the log at once */
    public Verifier(DataSource database, CheckpointArchive archive, Keyring trusted, int readers) {
        this.database = database;
        this.archive = archive;
        this.trusted = trusted;
        this.readers = readers;
    }

    /**
     * The verdict on the log as it stands now.
     *
     * @throws CannotVerify if there is no verdict
     */
    public Verdict verify(Progress progress) {
        JdbcClient client = JdbcClient.create(database);
        BlockRows blocks = new BlockRows(client);
        Findings findings = new Findings();
        // Checkpoints are made of blocks and these of events, so each is read up to where those before it ended, or
        // further.
        try (Witnesses witnesses = new Witnesses(new CheckpointRows(client), archive, trusted, findings)) {
            Block.Tail tail = blocks.tail();
            long end = blocks.endOfLog();
            try (LogCursor log = new LogCursor(database, blocks.beginOfLog(), end, readers)) {
                ChainCursor chain = new ChainCursor(blocks, tail.number(), findings);
                Walk walk = new Walk(log.begin(), chain, witnesses, findings, end);
                walk.run(progress, tail.count());
                return verdict(walk, witnesses, findings);
            }
        }
    }

    private Verdict verdict(Walk walk, Witnesses witnesses, Findings findings) {
        List<Finding> all = new ArrayList<>(new Moves(walk.confirmed()).found(database, walk.confirmed()));
        long wrong = all.size() + walk.uncounted() + findings.count();
        all.addAll(findings.inOrder());
        if (wrong == 0 && walk.checkpoints() == 0 && walk.events() > 0) {
            throw new CannotVerify("There is no checkpoint yet that the log could be held against");
        }
        return new Verdict(
                walk.events(),
                walk.checkpoints(),
                walk.proven(),
                walk.unproven(),
                witnesses.unarchived(),
                wrong,
                all.stream().sorted(Finding.IN_ORDER).limit(TOLD).toList());
    }
}
