package dev.earshot.query.audit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import dev.earshot.query.QueryTest;
import dev.earshot.query.audit.chain.BlockRows;
import dev.earshot.query.audit.checkpoint.CheckpointRows;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A real log that is chained in small blocks, a checkpoint for every ten events or every fifth of a second. */
@TestPropertySource(
        properties = {
            "audit.chain.pace=20ms",
            "audit.chain.block=4",
            "audit.checkpoint.events=10",
            "audit.checkpoint.every=200ms",
            "audit.checkpoint.retry=50ms"
        })
public abstract class AuditTest extends QueryTest {
    @Autowired
    protected JdbcClient database;

    @Autowired
    private Clerk clerk;

    protected BlockRows blocks;
    protected CheckpointRows checkpoints;

    @BeforeEach
    void look() {
        blocks = new BlockRows(database);
        checkpoints = new CheckpointRows(database);
    }

    @AfterEach
    void goOn() {
        if (!clerk.isRunning()) {
            clerk.start();
        }
    }

    /** Until the end of the test nothing is linked, signed or archived but what the test does itself. */
    protected void nobodyElseAtWork() {
        clerk.stop();
    }

    /** A call that was paid for happens, and is chained, signed and archived. */
    protected void aPaidCallIsProven() {
        List<Object> call = new ArrayList<>(List.of(story.connectedOn(5_000, story.cash(120))));
        call.addAll(List.of(story.settledAfter(65, story.cash(120))));
        call.forEach(this::publish);
        awaitProofOf(head());
    }

    protected void awaitProofOf(long position) {
        await().atMost(20, SECONDS)
                .until(() -> checkpoints.covering(position).isPresent() && checkpoints.waiting() == 0);
    }
}
