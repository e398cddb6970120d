package dev.earshot.query.audit.verify;

import dev.earshot.platform.archive.CheckpointArchive;
import dev.earshot.query.audit.chain.Block;
import dev.earshot.query.audit.chain.BlockRows;
import dev.earshot.query.audit.checkpoint.CheckpointRows;
import dev.earshot.query.audit.key.Keyring;
import dev.earshot.query.audit.verify.finding.CannotVerify;
import dev.earshot.query.audit.verify.finding.Finding;
import dev.earshot.query.audit.verify.finding.Findings;
import dev.earshot.query.audit.verify.finding.Verdict;
import dev.earshot.query.audit.verify.reading.ChainCursor;
import dev.earshot.query.audit.verify.reading.LogCursor;
import dev.earshot.query.audit.verify.witness.Witnesses;
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
                Tracks tracks = new Tracks();
                Places places = new Places();
                Judge judge = new Judge(witnesses, chain, tracks, places, findings, end);
                Walk walk = new Walk(log.begin(), chain, tracks, places, judge, findings, end);
                long events = walk.run(progress, tail.count());
                if (judge.checkpoints() == 0 && events > 0 && places.confirmed().isEmpty() && findings.count() == 0) {
                    throw new CannotVerify("There is no checkpoint yet that the log could be held against");
                }
                return verdict(events, judge, witnesses.unarchived(), places, findings);
            }
        }
    }

    private Verdict verdict(long events, Judge judge, long unarchived, Places places, Findings findings) {
        List<Finding> all = new ArrayList<>(new Moves(places.confirmed()).found(database, places.confirmed()));
        long wrong = all.size() + places.uncounted() + findings.count();
        all.addAll(findings.inOrder());
        return new Verdict(
                events,
                judge.checkpoints(),
                judge.proven(),
                judge.provenAt(),
                judge.unproven(),
                unarchived,
                wrong,
                all.stream().sorted(Finding.IN_ORDER).limit(TOLD).toList());
    }
}
