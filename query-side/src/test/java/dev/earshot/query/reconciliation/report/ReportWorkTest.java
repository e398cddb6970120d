package dev.earshot.query.reconciliation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.api.id.ReportId;
import dev.earshot.api.money.Money;
import dev.earshot.api.reconciliation.Movement;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.database.TestDatabase;
import dev.earshot.platform.report.BalanceReports;
import dev.earshot.platform.report.ReportLine;
import dev.earshot.platform.report.ReportLines;
import dev.earshot.platform.report.ReportRefusal;
import dev.earshot.query.QueryTest;
import dev.earshot.query.reconciliation.report.ReportRows.Source;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A provider that is asked for its books and does not tell them. */
class ReportWorkTest extends QueryTest {
    @Autowired
    private ReportRows reports;

    @Autowired
    private Intake intake;

    @Autowired
    private Reconciler reconciler;

    @Autowired
    private ReportSettings settings;

    private final Theirs theirs = new Theirs();
    private ReportWork work;
    private ReportId id;

    @BeforeEach
    void ask() {
        var beans = new StaticListableBeanFactory(Map.of("theirs", theirs));
        var books = new Books(beans.getBeanProvider(BalanceReports.class));
        work = new ReportWork(reports, books, intake, reconciler, settings);
        id = new ReportId(ReportId.PREFIX + story.suffix);
        var source = new Source(theirs.provider(), "pulled", "", story.member);
        reports.begin(id, source, ReportState.PULLING, story.at(0), story.at(60), story.at(61));
    }

    @Test
    void a_provider_that_is_away_is_asked_again_and_nothing_of_half_an_answer_stays() {
        assertThatThrownBy(() -> work.goOn(id, 0)).isInstanceOf(IllegalStateException.class);

        assertThat(report().state()).isEqualTo(ReportState.PULLING);
        assertThat(report().trouble()).isEqualTo("429, too many questions");
        assertThat(jdbc.queryForObject(
                        "SELECT count(*) FROM report_line WHERE upload = ?", Long.class, report().upload()))
                .isZero();
    }

    @Test
    void a_provider_that_stays_away_has_failed_with_its_reason_until_somebody_asks_once_more() {
        work.goOn(id, settings.pullAttempts() - 1);

        assertThat(report().state()).isEqualTo(ReportState.FAILED);
        assertThat(report().trouble()).isEqualTo("429, too many questions");
        int asked = theirs.asked;
        work.goOn(id, 0); // A node that dies just then leaves its task to another.
        assertThat(theirs.asked).isEqualTo(asked);

        reports.pullAgain(id);
        assertThat(report().state()).isEqualTo(ReportState.PULLING);
        assertThat(report().trouble()).isEmpty();
    }

    @Test
    void a_provider_is_asked_outside_of_any_transaction_and_its_answer_is_taken_whole() {
        theirs.names = List.of("l1", "l2", "l3");

        goOnUntilItIsToBeCompared();

        assertThat(theirs.askedInTransaction).isFalse();
        assertThat(report().state()).isEqualTo(ReportState.RECEIVED);
        assertThat(report().lines()).isEqualTo(3);
        assertThat(jdbc.queryForList(
                        "SELECT line_id || movement || amount || currency FROM report_line WHERE upload = ? ORDER BY number",
                        String.class,
                        report().upload()))
                .containsExactly("l1PAYMENT1USD", "l2PAYMENT1USD", "l3PAYMENT1USD");
    }

    /** A node that was thought dead comes back with its answer after another has taken one. */
    @Test
    void an_answer_that_comes_when_another_was_taken_changes_nothing() {
        theirs.names = List.of("l1");
        theirs.meanwhile = () -> reports.received(report().upload(), 7, story.at(0), story.at(60));

        goOnUntilItIsToBeCompared();

        assertThat(report().lines()).isEqualTo(7);
        assertThat(jdbc.queryForObject(
                        "SELECT count(*) FROM report_line WHERE upload = ?", Long.class, report().upload()))
                .isZero();
    }

    @Test
    void finance_reads_no_statement_where_the_database_is_at_fault() {
        theirs.names = List.of("l1");
        JdbcClient owner = TestDatabase.ownerOf(jdbc.getDataSource());
        owner.sql("ALTER TABLE report_line RENAME TO report_line_gone").update();
        try {
            assertThatThrownBy(() -> work.goOn(id, 0)).isInstanceOf(IllegalStateException.class);
        } finally {
            owner.sql("ALTER TABLE report_line_gone RENAME TO report_line").update();
        }

        assertThat(report().trouble()).isEqualTo("The database refuses (SQLSTATE 42P01)");
    }

    @Test
    void what_was_told_and_is_refused_has_failed_at_once() {
        theirs.names = List.of("l1", "l1");

        work.goOn(id, 0);

        assertThat(report().state()).isEqualTo(ReportState.FAILED);
        assertThat(report().trouble()).contains("entry 2 repeats entry 1");
    }

    @Test
    void somebody_who_asks_once_more_changes_nothing_that_is_here() {
        reports.received(report().upload(), 3, story.at(0), story.at(60));

        reports.hasFailed(id, "too late");
        reports.pullAgain(id);

        assertThat(report().state()).isEqualTo(ReportState.RECEIVED);
    }

    @Test
    void the_waits_double_up_to_an_hour_and_all_attempts_take_hours_but_no_day() {
        assertThat(ReportTasks.after(0)).isEqualTo(Duration.ofSeconds(10));
        assertThat(ReportTasks.after(3)).isEqualTo(Duration.ofSeconds(80));
        assertThat(ReportTasks.after(1_000)).isEqualTo(Duration.ofHours(1));
        Duration all = IntStream.range(0, settings.pullAttempts() - 1)
                .mapToObj(ReportTasks::after)
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(all).isBetween(Duration.ofHours(3), Duration.ofHours(12));
    }

    /** Nobody here takes the wish that the comparison begins with. */
    private void goOnUntilItIsToBeCompared() {
        assertThatThrownBy(() -> work.goOn(id, 0)).hasMessageContaining("is not compared yet");
    }

    private Report report() {
        return reports.find(id).orElseThrow();
    }

    /** Tells lines of these names, or where there are none one line and then nothing. */
    private static final class Theirs implements BalanceReports {
        private List<String> names = List.of();
        private Runnable meanwhile = () -> {};
        private boolean askedInTransaction;
        private int asked;

        @Override
        public String provider() {
            return "away";
        }

        @Override
        public Set<String> formats() {
            return Set.of();
        }

        @Override
        public List<String> namesBeginWith() {
            return List.of("away_");
        }

        @Override
        public Duration settles() {
            return Duration.ZERO;
        }

        @Override
        public void read(String format, InputStream report, boolean strict, ReportLines to) throws Refused {
            throw ReportRefusal.REPORT_MALFORMED.of("nobody uploads this");
        }

        @Override
        public boolean canBePulled() {
            return true;
        }

        @Override
        public void pull(Instant from, Instant until, ReportLines to) throws Refused {
            asked++;
            askedInTransaction = TransactionSynchronizationManager.isActualTransactionActive();
            if (names.isEmpty()) {
                to.next(line("l1", from));
                throw new IllegalStateException("429, too many questions");
            }
            for (String name : names) {
                to.next(line(name, from));
            }
            meanwhile.run();
        }

        private static ReportLine line(String id, Instant at) {
            Money one = Money.of(1, "USD");
            return new ReportLine(
                    id, Optional.of(Movement.PAYMENT), "away_1", "away_1", one, Money.of(0, "USD"), one, at);
        }
    }
}
