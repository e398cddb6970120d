package dev.earshot.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.pricing.Unit;
import dev.earshot.platform.archive.CheckpointArchive;
import dev.earshot.query.audit.checkpoint.SignedCheckpoint;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A platform whose next checkpoint would be due in an hour. */
@TestPropertySource(
        properties = {
            "audit.chain.pace=1h",
            "audit.checkpoint.events=10",
            "audit.checkpoint.every=1h",
            "audit.checkpoint.retry=1h"
        })
class LastCheckpointTest extends AuditTest {
    @Autowired
    private CheckpointArchive archive;

    @Test
    void a_stop_links_signs_and_archives_what_is_left_and_another_one_nothing() {
        IntStream.range(0, 25).forEach(event -> publish(story.promo(Unit.MONEY, 5)));
        assertThat(checkpoints.covering(head())).isEmpty();

        nobodyElseAtWork();

        SignedCheckpoint last = checkpoints.covering(head()).orElseThrow().signed();
        assertThat(last.checkpoint().last()).isEqualTo(head());
        assertThat(checkpoints.waiting()).isZero();
        assertThat(archive.read(SignedCheckpoint.nameOf(last.checkpoint().number())))
                .hasValue(last.content());

        goOn();
        nobodyElseAtWork();
        assertThat(checkpoints.after(last.checkpoint().number(), 1)).isEmpty();
    }
}
