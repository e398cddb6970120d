package dev.earshot.query.audit.verify;

import static dev.earshot.query.audit.verify.finding.Flaw.CHAIN_EDITED;
import static dev.earshot.query.audit.verify.finding.Flaw.CHAIN_REBUILT;
import static dev.earshot.query.audit.verify.finding.Flaw.CHAIN_REMOVED;
import static dev.earshot.query.audit.verify.finding.Flaw.CHECKPOINT_DIFFERS;
import static dev.earshot.query.audit.verify.finding.Flaw.CHECKPOINT_KEY_FOREIGN;
import static dev.earshot.query.audit.verify.finding.Flaw.CHECKPOINT_MISSING;
import static dev.earshot.query.audit.verify.finding.Flaw.CHECKPOINT_NOT_IN_ARCHIVE;
import static dev.earshot.query.audit.verify.finding.Flaw.CHECKPOINT_REMOVED;
import static dev.earshot.query.audit.verify.finding.Flaw.CHECKPOINT_SIGNATURE_INVALID;
import static dev.earshot.query.audit.verify.finding.Flaw.CHECKPOINT_UNREADABLE;
import static dev.earshot.query.audit.verify.finding.Flaw.EVENTS_SWAPPED;
import static dev.earshot.query.audit.verify.finding.Flaw.EVENT_COLUMN_EDITED;
import static dev.earshot.query.audit.verify.finding.Flaw.EVENT_INSERTED;
import static dev.earshot.query.audit.verify.finding.Flaw.EVENT_METADATA_EDITED;
import static dev.earshot.query.audit.verify.finding.Flaw.EVENT_MOVED;
import static dev.earshot.query.audit.verify.finding.Flaw.EVENT_PAYLOAD_EDITED;
import static dev.earshot.query.audit.verify.finding.Flaw.EVENT_REMOVED;
import static dev.earshot.query.audit.verify.finding.Flaw.EVENT_REPLACED;
import static dev.earshot.query.audit.verify.finding.Flaw.LOG_TRUNCATED;
import static dev.earshot.query.audit.verify.finding.Flaw.SPAN_ALTERED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.platform.archive.CheckpointArchive;
import dev.earshot.query.audit.AuditTest;
import dev.earshot.query.audit.checkpoint.SignedCheckpoint;
import dev.earshot.query.audit.key.Keyring;
import dev.earshot.query.audit.key.SigningKey;
import dev.earshot.query.audit.verify.finding.CannotVerify;
import dev.earshot.query.audit.verify.finding.Finding;
import dev.earshot.query.audit.verify.finding.Flaw;
import dev.earshot.query.audit.verify.finding.Verdict;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Every way to tamper with a log that anybody thought of, each on a copy of a real one. */
class VerifierTest extends AuditTest {
    private static final SigningKey FOREIGN = SigningKey.of(new byte[32]);

    @Autowired
    private CheckpointArchive original;

    @Autowired
    private Keyring trusted;

    @Autowired
    private Environment settings;

    private CopiedLog log;

    @BeforeEach
    void copy() {
        publish(story.topUpRequested(1), story.topUpRequested(1), story.topUpRequested(1));
        leaveAGap();
        aPaidCallIsProven();
        log = new CopiedLog(
                new DriverManagerDataSource(
                        settings.getRequiredProperty("spring.datasource.url"),
                        settings.getRequiredProperty("spring.flyway.user"),
                        settings.getRequiredProperty("spring.flyway.password")),
                original,
                trusted);
    }

    @Test
    void a_log_nobody_touched_is_sound_gaps_or_not() {
        Verdict verdict = log.verdict();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.isSound()).isTrue();
        assertThat(verdict.events()).isEqualTo(log.positions().size());
        assertThat(verdict.unproven()).isZero();
        assertThat(verdict.checkpoints()).isEqualTo(log.checkpoints().size());
        assertThat(gap()).as("there is a gap").isPositive();
    }

    @Test
    void an_edited_payload_is_named() {
        long place = log.position(7);
        log.tamper(
                "UPDATE domain_event SET payload = convert_to(replace(convert_from(payload, 'UTF8'), '1', '9'), 'UTF8')"
                        + " WHERE global_index = ?",
                place);
        finds(EVENT_PAYLOAD_EDITED, place, 1);
    }

    @Test
    void edited_metadata_are_named() {
        long place = log.position(7);
        log.tamper(
                "UPDATE domain_event SET meta_data = convert_to('{\"a\":\"b\"}', 'UTF8') WHERE global_index = ?",
                place);
        finds(EVENT_METADATA_EDITED, place, 1);
    }

    @Test
    void every_other_column_counts_too() {
        for (String edit : List.of(
                "time_stamp = '2020-01-01T00:00:00Z'",
                "payload_type = 'dev.earshot.api.Nothing'",
                "payload_revision = '7'",
                "aggregate_type = coalesce(aggregate_type, '') || 'x'",
                "aggregate_id = 'wal_somebodyElses'",
                "sequence_number = sequence_number + 1",
                "event_id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'")) {
            copy();
            long place = log.position(9);
            log.tamper("UPDATE domain_event SET " + edit + " WHERE global_index = ?", place);
            finds(EVENT_COLUMN_EDITED, place, 1);
        }
    }

    @Test
    void what_was_absent_and_is_empty_now_was_edited() {
        long place = log.position(7);
        log.tamper(
                "UPDATE domain_event SET aggregate_type = '' WHERE global_index = ? AND aggregate_type IS NULL", place);
        finds(EVENT_COLUMN_EDITED, place, 1);
    }

    /** Without lengths before them the two columns would hash to the same. */
    @Test
    void what_moves_from_the_end_of_one_column_to_the_beginning_of_the_next_was_edited() {
        long place = log.position(7);
        log.tamper(
                "UPDATE domain_event SET meta_data = convert_to(right(convert_from(payload, 'UTF8'), 1), 'UTF8') || meta_data,"
                        + " payload = substring(payload for length(payload) - 1) WHERE global_index = ?",
                place);
        finds(EVENT_REPLACED, place, 1);
    }

    @Test
    void a_removed_event_is_named() {
        long place = log.position(7);
        log.tamper("DELETE FROM domain_event WHERE global_index = ?", place);
        finds(EVENT_REMOVED, place, 1);
    }

    @Test
    void the_first_event_of_all_is_missed_too() {
        long place = log.position(0);
        log.tamper("DELETE FROM domain_event WHERE global_index = ?", place);
        finds(EVENT_REMOVED, place, 1);
    }

    @Test
    void several_removed_events_are_counted_and_the_first_is_named() {
        long place = log.position(7);
        log.tamper("DELETE FROM domain_event WHERE global_index BETWEEN ? AND ?", place, log.position(9));
        finds(EVENT_REMOVED, place, 3);
    }

    @Test
    void an_event_inserted_into_a_gap_is_named() {
        long gap = gap();
        log.tamper(
                "INSERT INTO domain_event SELECT ?, 'e0000000-0000-0000-0000-000000000000', 'wal_x', 0, aggregate_type,"
                        + " time_stamp, payload_type, payload_revision, payload, meta_data FROM domain_event WHERE global_index = ?",
                gap,
                log.position(7));
        finds(EVENT_INSERTED, gap, 1);
    }

    @Test
    void an_event_inserted_before_the_first_is_named() {
        log.tamper(
                "INSERT INTO domain_event SELECT -5, 'e0000000-0000-0000-0000-000000000000', 'wal_x', 0, aggregate_type,"
                        + " time_stamp, payload_type, payload_revision, payload, meta_data FROM domain_event WHERE global_index = ?",
                log.position(7));
        finds(EVENT_INSERTED, -5, 1);
    }

    @Test
    void swapped_events_are_named_as_a_pair() {
        long one = log.position(6);
        long other = log.position(12);
        log.tamper(
                "UPDATE domain_event SET global_index = CASE global_index WHEN ? THEN ? ELSE ? END"
                        + " WHERE global_index IN (?, ?)",
                one,
                other,
                one,
                one,
                other);
        Finding found = finds(EVENTS_SWAPPED, one, 1);
        assertThat(found.until()).isEqualTo(other);
    }

    @Test
    void an_event_moved_into_a_gap_is_named_with_both_places() {
        long from = log.position(8);
        long to = gap();
        log.tamper("UPDATE domain_event SET global_index = ? WHERE global_index = ?", to, from);
        Finding found = finds(EVENT_MOVED, Math.min(from, to), 1);
        assertThat(found.until()).isEqualTo(Math.max(from, to));
    }

    @Test
    void a_truncated_tail_is_named() {
        long place = log.position(log.positions().size() - 3);
        log.tamper("DELETE FROM domain_event WHERE global_index >= ?", place);
        finds(LOG_TRUNCATED, place, 1);
    }

    /** The gap that other audit chains have: whoever cuts the chain together with the log leaves a shorter log that fits. */
    @Test
    void a_tail_truncated_with_its_chain_and_checkpoints_is_missed_because_the_archive_remembers() {
        long place = log.checkpoint(log.checkpoints().size() - 1).first();
        log.tamper("DELETE FROM domain_event WHERE global_index >= ?", place)
                .tamper("DELETE FROM audit_block WHERE last_position >= ?", place)
                .tamper("DELETE FROM audit_checkpoint WHERE last_position >= ?", place)
                .tamper("DELETE FROM audit_archived WHERE number > (SELECT max(number) FROM audit_checkpoint)");
        Verdict verdict = log.verdict();
        assertThat(verdict.first().orElseThrow())
                .extracting(Finding::flaw, Finding::position)
                .containsExactly(LOG_TRUNCATED, place);
        assertThat(verdict.findings()).extracting(Finding::flaw).contains(CHECKPOINT_REMOVED);
    }

    /** What was never signed is proven by nothing; the verdict tells up to where it proves anything, and until when. */
    @Test
    void an_unsigned_tail_is_missed_while_its_chain_is_there_and_only_then() {
        int last = log.checkpoints().size();
        var signed = log.checkpoint(last - 1);
        log.archive.files.remove(SignedCheckpoint.nameOf(last));
        log.tamper("DELETE FROM audit_checkpoint WHERE number = ?", last)
                .tamper("DELETE FROM audit_archived WHERE number = ?", last);
        Verdict unsigned = log.verdict();
        assertThat(unsigned.isSound()).isTrue();
        assertThat(unsigned.unproven()).isPositive();
        assertThat(unsigned.proven()).isEqualTo(signed.last());
        assertThat(unsigned.signed()).hasValue(signed.at());

        log.tamper("DELETE FROM domain_event WHERE global_index > ?", signed.last());
        assertThat(first().flaw()).isEqualTo(LOG_TRUNCATED);

        log.tamper("DELETE FROM audit_block WHERE last_position > ?", signed.last());
        Verdict cut = log.verdict();
        assertThat(cut.isSound()).isTrue();
        assertThat(cut.unproven()).isZero();
        assertThat(cut.signed()).hasValue(signed.at());
    }

    @Test
    void a_log_that_is_gone_altogether_is_missed() {
        long place = log.position(0);
        for (String table : List.of("domain_event", "audit_block", "audit_checkpoint", "audit_archived")) {
            log.tamper("DELETE FROM " + table);
        }
        assertThat(log.verdict().first().orElseThrow())
                .extracting(Finding::flaw, Finding::position)
                .containsExactly(LOG_TRUNCATED, place);
    }

    @Test
    void a_chain_rebuilt_without_the_key_does_not_lead_to_the_signed_head() throws SQLException {
        log.tamper(
                "UPDATE domain_event SET time_stamp = '2020-01-01T00:00:00Z' WHERE global_index = ?", log.position(7));
        log.relink();
        Finding found = first();
        assertThat(found.flaw()).isEqualTo(CHAIN_REBUILT);
        assertThat(log.position(7)).isBetween(found.position(), found.until());
    }

    @Test
    void a_chain_rebuilt_and_signed_with_another_key_is_told_by_both() throws SQLException {
        log.tamper("DELETE FROM domain_event WHERE global_index = ?", log.position(7));
        log.relink();
        log.resign(FOREIGN);
        Verdict verdict = log.verdict();
        assertThat(verdict.findings()).extracting(Finding::flaw).contains(CHAIN_REBUILT, CHECKPOINT_KEY_FOREIGN);
    }

    /** Whoever holds both places and no key can hide nothing either: nothing is signed by a key that counts. */
    @Test
    void a_foreign_key_in_both_places_is_told() throws SQLException {
        log.tamper("DELETE FROM domain_event WHERE global_index = ?", log.position(7));
        log.relink();
        log.resign(FOREIGN);
        log.archive.files.clear();
        log.checkpoints().forEach(row -> log.archive.keep(SignedCheckpoint.nameOf(row.number()), row.content()));
        Finding found = first();
        assertThat(found.flaw()).isEqualTo(CHECKPOINT_KEY_FOREIGN);
        assertThat(found.position()).isEqualTo(log.checkpoint(1).last());
    }

    @Test
    void with_another_public_key_no_checkpoint_counts() {
        Verdict verdict = log.verdict(new Keyring(List.of(FOREIGN.verifying())));
        assertThat(verdict.isSound()).isFalse();
        assertThat(verdict.first().orElseThrow().flaw()).isEqualTo(CHECKPOINT_KEY_FOREIGN);
    }

    @Test
    void several_keys_may_count_as_after_a_rotation() {
        Keyring both = new Keyring(Stream.concat(trusted.all().stream(), Stream.of(FOREIGN.verifying()))
                .toList());
        assertThat(log.verdict(both).isSound()).isTrue();
    }

    @Test
    void a_checkpoint_edited_in_the_database_has_no_valid_signature() {
        log.tamper(
                "UPDATE audit_checkpoint SET content = convert_to(replace(convert_from(content, 'UTF8'), 'events 1', 'events 2'), 'UTF8')"
                        + " WHERE number = 2");
        log.tamper(
                "UPDATE audit_checkpoint SET content = convert_to(regexp_replace(convert_from(content, 'UTF8'), 'at 20', 'at 19'), 'UTF8')"
                        + " WHERE number = 2");
        assertThat(first().flaw()).isEqualTo(CHECKPOINT_SIGNATURE_INVALID);
    }

    @Test
    void what_is_no_checkpoint_at_all_is_told() {
        log.archive.files.put(SignedCheckpoint.nameOf(2), "nothing".getBytes(UTF_8));
        finds(CHECKPOINT_UNREADABLE, log.checkpoint(1).last() + 1, 1);
    }

    @Test
    void a_checkpoint_taken_out_of_the_archive_is_missed_there() {
        log.archive.files.remove(SignedCheckpoint.nameOf(2));
        finds(CHECKPOINT_NOT_IN_ARCHIVE, log.checkpoint(2).last(), 1);
    }

    @Test
    void the_last_checkpoint_taken_out_of_the_archive_is_missed_there() {
        int last = log.checkpoints().size();
        log.archive.files.remove(SignedCheckpoint.nameOf(last));
        finds(CHECKPOINT_NOT_IN_ARCHIVE, log.checkpoint(last).last(), 1);
    }

    @Test
    void a_checkpoint_that_waits_for_the_archive_is_no_flaw() {
        int last = log.checkpoints().size();
        log.archive.files.remove(SignedCheckpoint.nameOf(last));
        log.tamper("DELETE FROM audit_archived WHERE number = ?", last);
        Verdict verdict = log.verdict();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.unarchived()).isEqualTo(1);
    }

    @Test
    void a_checkpoint_put_in_the_place_of_another_is_told() {
        log.archive.files.put(
                SignedCheckpoint.nameOf(2),
                log.archive.read(SignedCheckpoint.nameOf(1)).orElseThrow());
        finds(CHECKPOINT_DIFFERS, log.checkpoint(1).last() + 1, 1);
    }

    @Test
    void a_checkpoint_taken_out_of_the_database_is_missed_there() {
        long last = log.checkpoint(2).last();
        log.tamper("DELETE FROM audit_checkpoint WHERE number = 2");
        finds(CHECKPOINT_REMOVED, last, 1);
    }

    @Test
    void a_checkpoint_taken_out_of_both_is_missed() {
        long after = log.checkpoint(1).last() + 1;
        log.tamper("DELETE FROM audit_checkpoint WHERE number = 2");
        log.archive.files.remove(SignedCheckpoint.nameOf(2));
        Verdict verdict = log.verdict();
        assertThat(verdict.first().orElseThrow())
                .extracting(Finding::flaw, Finding::position)
                .containsExactly(CHECKPOINT_MISSING, after);
    }

    @Test
    void a_checkpoint_of_a_far_number_planted_in_the_archive_does_not_hold_up_anything() {
        log.archive.files.put(SignedCheckpoint.nameOf(999_999_999_999L), "nothing".getBytes(UTF_8));
        assertThat(log.verdict().findings())
                .extracting(Finding::flaw)
                .containsExactlyInAnyOrder(CHECKPOINT_MISSING, CHECKPOINT_UNREADABLE);
    }

    @Test
    void an_edited_chain_is_told_from_an_edited_log() {
        log.tamper("UPDATE audit_block SET leaves = set_byte(leaves, 8, get_byte(leaves, 8) # 1) WHERE block = 2");
        assertThat(first().flaw()).isEqualTo(CHAIN_EDITED);
    }

    @Test
    void an_edited_head_of_a_block_is_told() {
        log.tamper("UPDATE audit_block SET head = set_byte(head, 3, get_byte(head, 3) # 1) WHERE block = 2");
        assertThat(first().flaw()).isEqualTo(CHAIN_EDITED);
    }

    @Test
    void a_block_that_cannot_be_read_any_more_is_told() {
        log.tamper("UPDATE audit_block SET positions = '\\x00' WHERE block = 2");
        assertThat(log.verdict().findings())
                .extracting(Finding::flaw)
                .contains(CHAIN_EDITED)
                .doesNotContain(SPAN_ALTERED);
    }

    @Test
    void a_hole_in_the_chain_is_told_and_the_log_is_checked_all_the_same() {
        log.tamper("DELETE FROM audit_block WHERE block = 2");
        assertThat(log.verdict().findings()).extracting(Finding::flaw).containsExactly(CHAIN_REMOVED);
        log.tamper(
                "UPDATE domain_event SET time_stamp = '2020-01-01T00:00:00Z' WHERE global_index = ?", log.position(0));
        assertThat(log.verdict().findings()).extracting(Finding::flaw).contains(CHAIN_REMOVED, EVENT_COLUMN_EDITED);
    }

    @Test
    void a_chain_without_its_end_is_told() {
        log.tamper("DELETE FROM audit_block WHERE block > 2");
        assertThat(log.verdict().findings()).extracting(Finding::flaw).containsExactly(CHAIN_REMOVED);
    }

    @Test
    void without_the_chain_the_checkpoints_still_tell_that_an_event_was_edited() {
        log.tamper("DELETE FROM audit_block");
        log.tamper(
                "UPDATE domain_event SET time_stamp = '2020-01-01T00:00:00Z' WHERE global_index = ?", log.position(7));
        assertThat(log.verdict().findings()).extracting(Finding::flaw).contains(SPAN_ALTERED);
    }

    @Test
    void what_is_wrong_in_one_place_makes_no_other_place_wrong() {
        long one = log.position(2);
        long other = log.position(log.positions().size() - 2);
        LongStream.of(one, other)
                .forEach(place -> log.tamper(
                        "UPDATE domain_event SET time_stamp = '2020-01-01T00:00:00Z' WHERE global_index = ?", place));
        assertThat(log.verdict().findings()).extracting(Finding::position).containsExactly(one, other);
    }

    @Test
    void a_log_that_nothing_was_signed_of_gets_no_verdict() {
        log.archive.files.clear();
        for (String table : List.of("audit_block", "audit_checkpoint", "audit_archived")) {
            log.tamper("DELETE FROM " + table);
        }
        assertThatThrownBy(log::verdict).isInstanceOf(CannotVerify.class).hasMessageContaining("no checkpoint");
    }

    private Finding finds(Flaw flaw, long position, long wrong) {
        Verdict verdict = log.verdict();
        assertThat(verdict.findings())
                .as("the first of %s", verdict.findings())
                .first()
                .extracting(Finding::flaw, Finding::position)
                .containsExactly(flaw, position);
        assertThat(verdict.wrong()).isEqualTo(wrong);
        return verdict.first().orElseThrow();
    }

    private Finding first() {
        return log.verdict().first().orElseThrow();
    }

    /** A position that a transaction drew and gave up. */
    private void leaveAGap() {
        database.sql(
                        "SELECT nextval(pg_get_serial_sequence('domain_event', 'global_index')) FROM generate_series(1, 4)")
                .query(Long.class)
                .list();
    }

    private long gap() {
        List<Long> all = log.positions();
        return LongStream.rangeClosed(all.get(0), all.get(all.size() - 1))
                .filter(position -> !all.contains(position))
                .findFirst()
                .orElseThrow();
    }
}
