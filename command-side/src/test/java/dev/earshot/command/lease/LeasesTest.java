package dev.earshot.command.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.command.CommandSide;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nodes that share a table of leases, and a time that passes only when the test says so. */
@IntegrationTest(value = CommandSide.class, web = WebEnvironment.RANDOM_PORT)
class LeasesTest {
    private static final Duration LENGTH = Duration.ofSeconds(70);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Lease LEA = Lease.of("pre_lea");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    private final AtomicLong seconds = new AtomicLong();
    private final List<String> lapsed = new ArrayList<>();
    private LeaseTable table;
    private Leases node;
    private Leases other;

    @BeforeEach
    void twoNodesAndATableOfTheirOwn() {
        JdbcClient owner = TestDatabase.ownerOf(database);
        owner.sql("CREATE TABLE IF NOT EXISTS lease_under_test (LIKE presence_lease INCLUDING ALL)")
                .update();
        owner.sql("GRANT SELECT, INSERT, UPDATE, DELETE ON lease_under_test TO PUBLIC")
                .update();
        jdbc.sql("DELETE FROM lease_under_test").update();
        table = new LeaseTable(jdbc, "lease_under_test");
        node = newNode();
        other = newNode();
    }

    @Test
    void who_beats_never_lapses_and_who_falls_silent_lapses_once_with_the_last_beat() {
        begin();
        pass(60);
        assertThat(node.beat(LEA, now())).isTrue();
        node.turn();
        pass(69);
        node.turn();
        assertThat(lapsed).isEmpty();
        pass(2);
        node.turn();
        node.turn();
        assertThat(lapsed).containsExactly("pre_lea at 60");
    }

    @Test
    void a_beat_counts_whichever_node_hears_it() {
        begin();
        pass(60);
        assertThat(other.beat(LEA, now())).isTrue();
        other.turn();
        pass(11);
        node.turn();
        assertThat(lapsed).isEmpty();
    }

    @Test
    void nobody_beats_for_a_lease_that_never_began_or_has_ended() {
        assertThat(node.beat(LEA, now())).isFalse();
        begin();
        other.beat(LEA, now());
        table.delete("pre_lea");
        node.end(LEA);
        assertThat(node.beat(LEA, now())).isFalse();
        other.turn();
        assertThat(other.beat(LEA, now())).isFalse();
    }

    @Test
    void a_late_beat_does_not_bring_an_ended_lease_back() {
        begin();
        node.beat(LEA, now());
        table.delete("pre_lea");
        node.turn();
        assertThat(table.all()).isEmpty();
        pass(71);
        node.turn();
        assertThat(lapsed).isEmpty();
    }

    @Test
    void after_a_restart_everybody_has_a_whole_length_to_come_back_but_the_last_beat_is_the_recorded_one() {
        begin();
        pass(30);
        node.beat(LEA, now());
        node.turn();
        pass(600);
        Leases restarted = newNode();
        restarted.watchAll();
        pass(69);
        restarted.turn();
        assertThat(lapsed).isEmpty();
        pass(2);
        restarted.turn();
        assertThat(lapsed).containsExactly("pre_lea at 30");
    }

    @Test
    void a_sweep_finds_what_a_dead_node_watched_and_leaves_alone_what_is_watched_here() {
        begin();
        pass(131);
        other.sweep(now(), PATIENCE);
        assertThat(lapsed).containsExactly("pre_lea at 0");
        lapsed.clear();
        Leases restarted = newNode();
        restarted.watchAll();
        restarted.sweep(now(), PATIENCE);
        assertThat(lapsed).isEmpty();
    }

    @Test
    void a_sweep_is_patient() {
        begin();
        pass(129);
        other.sweep(now(), PATIENCE);
        assertThat(lapsed).isEmpty();
    }

    @Test
    void a_lapse_that_fails_is_found_again() {
        Leases failing = newNode(silent -> {
            throw new IllegalStateException("no database");
        });
        begin(failing, LEA);
        pass(131);
        failing.turn();
        other.sweep(now(), PATIENCE);
        assertThat(lapsed).containsExactly("pre_lea at 0");
    }

    @Test
    void of_many_who_fall_silent_at_once_one_that_fails_does_not_hold_up_the_others() {
        Leases failing = newNode(silent -> {
            if (silent.containsKey(LEA)) {
                throw new IllegalStateException("not this one");
            }
            tell(silent);
        });
        begin(failing, LEA);
        for (int number = 0; number < 120; number++) {
            begin(failing, Lease.of("pre_" + number));
        }
        pass(71);
        failing.turn();
        assertThat(lapsed).hasSize(120).doesNotHaveDuplicates().doesNotContain("pre_lea at 0");
    }

    @Test
    void of_two_holders_the_first_silence_is_known() {
        table.insert(new Lease("call_c", "acc_ann"), now());
        table.insert(new Lease("call_c", "acc_lea"), now().plusSeconds(8));
        assertThat(table.firstSilence("call_c")).contains(NOON);
        table.delete("call_c");
        assertThat(table.firstSilence("call_c")).isEmpty();
    }

    private Leases newNode() {
        return newNode(this::tell);
    }

    private Leases newNode(Leases.Lapse lapse) {
        return new Leases(table, LENGTH, lapse, Runnable::run, () -> TimeUnit.SECONDS.toNanos(seconds.get()));
    }

    private void tell(Map<Lease, Instant> silent) {
        silent.forEach((lease, lastBeat) -> lapsed.add(
                lease.subject() + " at " + Duration.between(NOON, lastBeat).toSeconds()));
    }

    private void begin() {
        begin(node, LEA);
    }

    private void begin(Leases where, Lease lease) {
        table.insert(lease, now());
        where.watch(lease, now());
    }

    private void pass(long howMany) {
        seconds.addAndGet(howMany);
    }

    private Instant now() {
        return NOON.plusSeconds(seconds.get());
    }
}
