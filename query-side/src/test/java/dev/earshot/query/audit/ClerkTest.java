package dev.earshot.query.audit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.api.pricing.Unit;
import dev.earshot.platform.archive.CheckpointArchive;
import dev.earshot.platform.database.TestDatabase;
import dev.earshot.query.audit.chain.Block;
import dev.earshot.query.audit.chain.Hashes;
import dev.earshot.query.audit.checkpoint.CheckpointRows;
import dev.earshot.query.audit.checkpoint.SignedCheckpoint;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ClerkTest extends AuditTest {
    @Autowired
    private CheckpointArchive archive;

    @Autowired
    private Links links;

    @Autowired
    private AuditHealthIndicator health;

    @Autowired
    private DataSource source;

    @Test
    void every_event_is_linked_once_in_order_while_others_append() {
        IntStream.range(0, 8)
                .mapToObj(writer ->
                        new Thread(() -> IntStream.range(0, 25).forEach(event -> publish(story.promo(Unit.MONEY, 5)))))
                .peek(Thread::start)
                .toList()
                .forEach(ClerkTest::join);
        awaitProofOf(head());

        List<Long> linked = chain().stream()
                .flatMap(block -> IntStream.range(0, block.leaves().size()).mapToObj(block.leaves()::position))
                .toList();
        assertThat(linked).isEqualTo(stored());
    }

    @Test
    void each_link_is_over_the_one_before_and_explain_gets_the_same_links() {
        aPaidCallIsProven();
        Hashes hashes = new Hashes();
        byte[] link = Hashes.genesis();
        Map<Long, String> told = links.at(stored());
        for (Block block : chain()) {
            for (int i = 0; i < block.leaves().size(); i++) {
                link = hashes.link(link, block.leaves().hash(i));
                assertThat(told.get(block.leaves().position(i)))
                        .isEqualTo(HexFormat.of().formatHex(link));
            }
            assertThat(block.head()).isEqualTo(link);
        }
        assertThat(links.at(List.of(Long.MAX_VALUE))).isEmpty();
    }

    @Test
    void checkpoints_follow_one_another_and_stand_in_the_archive_byte_for_byte() {
        aPaidCallIsProven();
        List<CheckpointRows.Row> all = checkpoints.after(0, 1000);
        String previous = "0".repeat(64);
        long count = 0;
        for (CheckpointRows.Row row : all) {
            SignedCheckpoint signed = row.signed();
            count += signed.checkpoint().events();
            assertThat(signed.checkpoint().number()).isEqualTo(row.number());
            assertThat(signed.checkpoint().previous()).isEqualTo(previous);
            assertThat(signed.checkpoint().count()).isEqualTo(count);
            assertThat(archive.read(SignedCheckpoint.nameOf(row.number()))).hasValue(row.content());
            previous = signed.hash();
        }
        assertThat(count).isEqualTo(stored().size());
    }

    @Test
    void nothing_is_written_while_nothing_happens() {
        aPaidCallIsProven();
        String before = rows();
        await().during(2, SECONDS).atMost(5, SECONDS).until(() -> rows().equals(before));
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void while_another_holds_the_chain_a_stop_takes_seconds_and_no_more() throws SQLException {
        aPaidCallIsProven();
        try (Connection other = source.getConnection();
                Statement sql = other.createStatement()) {
            sql.execute("SELECT pg_advisory_lock(1818848875)");
            publish(story.promo(Unit.MONEY, 5));
            assertThat(Duration.ofSeconds(10)).as("a stop").isGreaterThan(timeOf(this::nobodyElseAtWork));
            assertThat(checkpoints.covering(head())).isEmpty();
            sql.execute("SELECT pg_advisory_unlock(1818848875)");
        }
        goOn();
        awaitProofOf(head());
    }

    @Test
    void health_is_down_while_nobody_signs_and_tells_what_is_in_the_way() {
        aPaidCallIsProven();
        nobodyElseAtWork();
        assertThat(health.health().getStatus().getCode()).isEqualTo("DOWN");
        goOn();
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");

        var owner = TestDatabase.ownerOf(source);
        owner.sql("ALTER TABLE audit_checkpoint ADD CONSTRAINT nothing_new CHECK (false) NOT VALID")
                .update();
        try {
            publish(story.promo(Unit.MONEY, 5));
            await().atMost(10, SECONDS)
                    .until(() -> health.health().getStatus().getCode().equals("DOWN"));
            assertThat(String.valueOf(health.health().getDetails().get("trouble")))
                    .contains("cannot be chained now")
                    .contains("nothing_new");
        } finally {
            owner.sql("ALTER TABLE audit_checkpoint DROP CONSTRAINT nothing_new")
                    .update();
        }
        await().atMost(10, SECONDS)
                .until(() -> health.health().getStatus().getCode().equals("UP"));
        awaitProofOf(head());
    }

    private static Duration timeOf(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private String rows() {
        return database.sql(
                        "SELECT (SELECT count(*) FROM audit_block) || ' ' || (SELECT count(*) FROM audit_checkpoint)")
                .query(String.class)
                .single();
    }

    private List<Long> stored() {
        return database.sql("SELECT global_index FROM domain_event ORDER BY 1")
                .query(Long.class)
                .list();
    }

    private List<Block> chain() {
        return new ArrayList<>(blocks.after(0, 100_000));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
