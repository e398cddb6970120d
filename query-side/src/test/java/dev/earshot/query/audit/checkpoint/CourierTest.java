package dev.earshot.query.audit.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.earshot.platform.archive.ArchiveConflict;
import dev.earshot.platform.archive.CheckpointArchive;
import dev.earshot.platform.database.TestDatabase;
import dev.earshot.query.audit.AuditTest;
import dev.earshot.query.audit.chain.Linker;
import dev.earshot.query.audit.key.Keyring;
import dev.earshot.query.audit.key.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Days on which the archive is away, and on which somebody cut the checkpoints in the database. */
class CourierTest extends AuditTest {
    private static final CheckpointSettings AT_ONCE = new CheckpointSettings(1, Duration.ZERO, Duration.ZERO);

    @Autowired
    private Linker linker;

    @Autowired
    private SigningKey key;

    @Autowired
    private Keyring trusted;

    @Autowired
    private CheckpointArchive original;

    @Autowired
    private DataSource source;

    @Autowired
    private Clock clock;

    private final Shelf shelf = new Shelf();

    @Test
    void while_the_archive_is_away_checkpoints_wait_and_go_there_in_order_once_it_is_back() {
        aPaidCallIsProven();
        nobodyElseAtWork();
        Courier courier = new Courier(database, shelf, new Heights(), clock);
        long archived = checkpoints.archived();
        sign();
        sign();
        shelf.isAway = true;
        assertThatThrownBy(courier::deliver).isInstanceOf(UncheckedIOException.class);
        assertThat(checkpoints.waiting()).isEqualTo(2);
        assertThat(checkpoints.waitingSince()).isPresent();

        shelf.isAway = false;
        courier.deliver();
        assertThat(checkpoints.waiting()).isZero();
        assertThat(shelf.kept.keySet())
                .containsExactly(SignedCheckpoint.nameOf(archived + 1), SignedCheckpoint.nameOf(archived + 2));
        shelf.kept.forEach(original::keep); // What follows finds them where they belong.
    }

    @Test
    void something_else_under_a_checkpoints_name_holds_up_the_rest_and_is_told() {
        aPaidCallIsProven();
        nobodyElseAtWork();
        Courier courier = new Courier(database, shelf, new Heights(), clock);
        sign();
        long number = checkpoints.archived() + 1;
        shelf.kept.put(SignedCheckpoint.nameOf(number), "another history".getBytes(UTF_8));
        assertThatThrownBy(courier::deliver).isInstanceOf(ArchiveConflict.class);
        assertThat(courier.conflict()).isPresent();
        assertThat(checkpoints.waiting()).isEqualTo(1);

        shelf.kept.clear();
        courier.deliver();
        assertThat(courier.conflict()).isEmpty();
        shelf.kept.forEach(original::keep);
    }

    /** Else whoever cuts the end of the log would have the platform itself sign the shorter one. */
    @Test
    void a_number_that_the_archive_knows_is_never_signed_again() {
        aPaidCallIsProven();
        nobodyElseAtWork();
        Heights heights = new Heights();
        new Courier(database, original, heights, clock).deliver();
        var owner = TestDatabase.ownerOf(source);
        CheckpointRows.Row last = checkpoints.last().orElseThrow();
        owner.sql("DELETE FROM audit_checkpoint WHERE number = ?")
                .param(last.number())
                .update();
        publish(story.topUpRequested(1));
        linker.round();

        assertThatThrownBy(notary(key, trusted, heights)::signNext)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("it was cut");

        checkpoints.add(last.signed(), last.block());
        assertThat(notary(key, trusted, heights).signNext()).isTrue();
    }

    @Test
    void what_a_key_signed_that_is_not_trusted_here_is_not_continued() {
        aPaidCallIsProven();
        nobodyElseAtWork();
        publish(story.topUpRequested(1));
        linker.round();
        SigningKey other = SigningKey.of(new byte[32]);
        Notary stranger = notary(other, new Keyring(List.of(other.verifying())), new Heights());
        assertThatThrownBy(stranger::signNext)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("audit.public-key");
        assertThat(notary(key, trusted, new Heights()).signNext()).isTrue();
    }

    @Test
    void a_key_that_is_new_continues_what_the_old_one_signed_if_it_is_told_of_it() {
        aPaidCallIsProven();
        nobodyElseAtWork();
        publish(story.topUpRequested(1));
        linker.round();
        SigningKey other = SigningKey.of(new byte[32]);
        Keyring both = new Keyring(List.of(other.verifying(), key.verifying()));
        long before = checkpoints.last().orElseThrow().number();
        assertThat(notary(other, both, new Heights()).signNext()).isTrue();
        assertThat(checkpoints.last().orElseThrow().signed().keyId())
                .isEqualTo(other.verifying().id());
        // The platform of this test was told of no other key.
        TestDatabase.ownerOf(source)
                .sql("DELETE FROM audit_checkpoint WHERE number > ?")
                .param(before)
                .update();
    }

    private void sign() {
        publish(story.topUpRequested(1));
        linker.round();
        await().atMost(5, SECONDS)
                .until(() -> notary(key, trusted, new Heights()).signNext());
    }

    private Notary notary(SigningKey by, Keyring keys, Heights heights) {
        return new Notary(database, linker, by, keys, heights, AT_ONCE, clock);
    }

    private static final class Shelf implements CheckpointArchive {
        private final Map<String, byte[]> kept = new TreeMap<>();
        private boolean isAway;

        @Override
        public void keep(String name, byte[] content) {
            if (isAway) {
                throw new UncheckedIOException(new IOException("away"));
            }
            byte[] before = kept.putIfAbsent(name, content);
            if (before != null && !Arrays.equals(before, content)) {
                throw new ArchiveConflict(name, "here");
            }
        }

        @Override
        public Optional<byte[]> read(String name) {
            return Optional.ofNullable(kept.get(name));
        }

        @Override
        public List<String> names() {
            return List.copyOf(kept.keySet());
        }
    }
}
