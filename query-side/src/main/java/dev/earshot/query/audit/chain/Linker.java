package dev.earshot.query.audit.chain;

import dev.earshot.query.audit.WhereTheLogIs;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Links what the log has got since the last time. Where the chain ends is read from the database at each round, and one round at a time is under way
 * whichever node does it, so no node owns the chain and none is missed.
 */
@Component
@WhereTheLogIs
public class Linker {
    /** Any number will do that nothing else locks on: "link" in ASCII. */
    private static final String MINE = "SELECT pg_try_advisory_xact_lock(1818848875)";

    private static final int BLOCKS_A_ROUND = 16;

    private final JdbcTemplate jdbc;
    private final BlockRows blocks;
    private final TransactionOperations transactions;
    private final ChainSettings settings;
    private final Clock clock;

    Linker(
            JdbcTemplate jdbc,
            JdbcClient database,
            TransactionOperations transactions,
            ChainSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.blocks = new BlockRows(database);
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Does this work in a transaction in which nobody else links or signs, or answers the other if somebody does. */
    public <T> T alone(Supplier<T> work, T otherwise) {
        return transactions.execute(
                transaction -> Boolean.TRUE.equals(jdbc.queryForObject(MINE, Boolean.class)) ? work.get() : otherwise);
    }

    /** Links some events that are not linked yet; none if there are none, or if another node is at it. */
    public Round round() {
        return alone(this::linkNext, Round.NOTHING);
    }

    /**
     * What a round did.
     *
     * @param events how many it linked
     * @param oldest when the first of them happened
     * @param isFull whether there may be more
     */
    public record Round(int events, Optional<Instant> oldest, boolean isFull) {
        static final Round NOTHING = new Round(0, Optional.empty(), false);
    }

    private Round linkNext() {
        Block.Tail tail = blocks.tail();
        int most = BLOCKS_A_ROUND * settings.block();
        List<String> times = new ArrayList<>(1);
        Leaves next = leavesAfter(tail.position(), most, times);
        Hashes hashes = new Hashes();
        for (int from = 0; from < next.size(); from += settings.block()) {
            Leaves some = next.range(from, Math.min(next.size(), from + settings.block()));
            Block block = tail.next(some, hashes, clock.instant());
            blocks.add(block);
            tail = block.tail();
        }
        return new Round(next.size(), times.stream().findFirst().flatMap(Linker::instant), next.size() == most);
    }

    /** It is for the metrics only: whatever somebody wrote there, the chain goes on. */
    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private Leaves leavesAfter(long position, int most, List<String> times) {
        return jdbc.execute((Connection connection) -> {
            Leaves.Growing leaves = new Leaves.Growing();
            RawLog.after(connection, position, most, event -> {
                if (times.isEmpty()) {
                    event.text(Field.TIMESTAMP).ifPresent(times::add);
                }
                leaves.read(event);
            });
            return leaves.grown();
        });
    }
}
