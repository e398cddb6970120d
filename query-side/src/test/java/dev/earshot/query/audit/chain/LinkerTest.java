package dev.earshot.query.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.platform.database.TestDatabase;
import dev.earshot.query.audit.AuditTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

class LinkerTest extends AuditTest {
    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private DataSource source;

    @Autowired
    private Clock clock;

    /** Two nodes, and the one of the platform itself, look for work at once and without pause. */
    @Test
    void several_nodes_at_once_link_every_event_once() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        List<Callable<Integer>> work = List.of(
                () -> rounds(node(4)),
                () -> rounds(node(5)),
                () -> IntStream.range(0, 60)
                        .peek(event -> publish(story.topUpRequested(event + 1)))
                        .sum());
        for (var done : nodes.invokeAll(work)) {
            done.get();
        }
        nodes.shutdown();
        awaitProofOf(head());
        isWhole();
    }

    @Test
    void a_restart_in_the_middle_of_a_block_goes_on_where_the_stored_chain_ends() throws SQLException {
        aPaidCallIsProven();
        nobodyElseAtWork();
        long before = blocks.tail().count();
        IntStream.range(0, 6).forEach(event -> publish(story.topUpRequested(event + 1)));
        assertThat(node(4).round().events()).isEqualTo(6);
        publish(story.topUpRequested(7));

        Linker restarted = node(4);
        assertThat(restarted.round().events()).isEqualTo(1);
        assertThat(restarted.round().events()).isZero();

        assertThat(blocks.tail().count()).isEqualTo(before + 7);
        assertThat(blocks.after(blocks.tail().number() - 3, 10))
                .extracting(block -> block.leaves().size())
                .containsExactly(4, 2, 1);
        isWhole();
    }

    @Test
    void a_round_that_fails_leaves_nothing_and_the_next_one_makes_up_for_it() throws SQLException {
        aPaidCallIsProven();
        nobodyElseAtWork();
        publish(story.topUpRequested(1));
        Block.Tail before = blocks.tail();
        var owner = TestDatabase.ownerOf(source);
        owner.sql("ALTER TABLE audit_block ADD CONSTRAINT no_more CHECK (block <= " + before.number() + ") NOT VALID")
                .update();
        try {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> node(4).round()))
                    .isNotNull();
        } finally {
            owner.sql("ALTER TABLE audit_block DROP CONSTRAINT no_more").update();
        }
        assertThat(blocks.tail().number()).isEqualTo(before.number());
        assertThat(node(4).round().events()).isEqualTo(1);
        isWhole();
    }

    private Linker node(int block) {
        return new Linker(
                new JdbcTemplate(source), database, transactions, new ChainSettings(block, Duration.ZERO), clock);
    }

    private static int rounds(Linker node) {
        return IntStream.range(0, 200).map(round -> node.round().events()).sum();
    }

    /** Every event of the log is in the chain, and the chain is what it would be if it were made at once. */
    private void isWhole() throws SQLException {
        Block.Tail tail = blocks.tail();
        assertThat(tail.count())
                .isEqualTo(database.sql("SELECT count(*) FROM domain_event")
                        .query(Long.class)
                        .single());
        assertThat(tail.position()).isEqualTo(blocks.endOfLog());
        assertThat(tail.head())
                .isEqualTo(new ForgedChain(source).headAndRoot(tail.count(), 1).get("head"));
    }
}
