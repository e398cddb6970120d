package dev.earshot.query.audit.checkpoint;

import dev.earshot.query.audit.WhereTheLogIs;
import dev.earshot.query.audit.chain.Block;
import dev.earshot.query.audit.chain.BlockRows;
import dev.earshot.query.audit.chain.Hashes;
import dev.earshot.query.audit.chain.Linker;
import dev.earshot.query.audit.chain.MerkleTree;
import dev.earshot.query.audit.key.Keyring;
import dev.earshot.query.audit.key.SigningKey;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Signs checkpoints. All it needs is read from the database, so any node may do it, and a restart forgets nothing. It never signs a number a second
 * time that it knows to have been signed: a chain that has become shorter has been cut.
 */
@Component
@WhereTheLogIs
public class Notary {
    private static final HexFormat HEX = HexFormat.of();
    private static final int PAGE = 16;
    private static final long NONE = 0;

    private final BlockRows blocks;
    private final CheckpointRows checkpoints;
    private final Linker linker;
    private final SigningKey key;
    private final Keyring trusted;
    private final Heights heights;
    private final CheckpointSettings settings;
    private final Clock clock;

    Notary(
            JdbcClient database,
            Linker linker,
            SigningKey key,
            Keyring trusted,
            Heights heights,
            CheckpointSettings settings,
            Clock clock) {
        this.blocks = new BlockRows(database);
        this.checkpoints = new CheckpointRows(database);
        this.linker = linker;
        this.key = key;
        this.trusted = trusted;
        this.heights = heights;
        this.settings = settings;
        this.clock = clock;
    }

    /** Signs the next checkpoint if one is due, and tells whether it did. */
    public boolean signNext() {
        return sign(true);
    }

    /** Signs what is linked and in no checkpoint, due or not, and tells whether there was anything. */
    public boolean signEarly() {
        return sign(false);
    }

    /** Whether a checkpoint covers the event at this position and all before it. */
    public boolean hasSigned(long position) {
        return checkpoints.covering(position).isPresent();
    }

    private boolean sign(boolean onlyIfDue) {
        long number = linker.alone(() -> next(onlyIfDue), NONE);
        heights.reached(number); // Not before it is committed: what is rolled back has not been signed.
        return number != NONE;
    }

    private long next(boolean onlyIfDue) {
        Optional<CheckpointRows.Row> last = checkpoints.last();
        long number = last.map(CheckpointRows.Row::number).orElse(0L) + 1;
        long block = last.map(CheckpointRows.Row::block).orElse(0L);
        Optional<Instant> since = blocks.linkedAfter(block);
        if (since.isEmpty() || onlyIfDue && !isDue(last, since.get())) {
            return NONE;
        }
        heights.mayBecome(number);
        last.map(CheckpointRows.Row::signed).ifPresent(this::mayFollow);
        Span span = spanAfter(block);
        Checkpoint checkpoint = new Checkpoint(
                number,
                span.first,
                span.end.leaves().last(),
                span.tree.size(),
                span.end.count(),
                HEX.formatHex(span.end.head()),
                HEX.formatHex(span.tree.root()),
                last.map(row -> row.signed().hash()).orElse(Checkpoint.NOTHING),
                clock.instant());
        checkpoints.add(SignedCheckpoint.of(checkpoint, key), span.end.number());
        return number;
    }

    private boolean isDue(Optional<CheckpointRows.Row> last, Instant since) {
        long signed = last.map(row -> row.signed().checkpoint().count()).orElse(0L);
        return blocks.tail().count() - signed >= settings.events()
                || !since.plus(settings.every()).isAfter(clock.instant());
    }

    /** Whoever signs vouches for all before: what this process does not trust it does not continue. */
    private void mayFollow(SignedCheckpoint last) {
        if (last.signed(trusted) != SignedCheckpoint.Signed.VALID) {
            throw new IllegalStateException(
                    "Checkpoint " + last.checkpoint().number() + " is not signed by a key that is trusted"
                            + " here, but as by " + last.keyId()
                            + ". If that was a key of yours, give every node the one in use"
                            + " (earshot.secrets.audit-signing-key) and those before it (audit.public-key)");
        }
    }

    /** Whole blocks, until there are events enough. */
    private Span spanAfter(long number) {
        Span span = new Span();
        List<Block> next = blocks.after(number, PAGE);
        while (!next.isEmpty()) {
            for (Block block : next) {
                if (span.tree.size() >= settings.events()) {
                    return span;
                }
                span.add(block);
            }
            next = blocks.after(span.end.number(), PAGE);
        }
        return span;
    }

    private static final class Span {
        private final MerkleTree tree = new MerkleTree(new Hashes());
        private long first;
        private Block end;

        private void add(Block block) {
            first = end == null ? block.leaves().position(0) : first;
            block.leaves().hashes().forEach(tree::add);
            end = block;
        }
    }
}
