package dev.earshot.query.reconciliation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.api.id.ReportId;
import dev.earshot.api.money.Money;
import dev.earshot.api.reconciliation.Movement;
import dev.earshot.api.refusal.Refused;
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
    void what_was_told_and_is_refused_has_failed_at_once() {
        theirs.lines = 2;

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

    private Report report() {
        return reports.find(id).orElseThrow();
    }

    /** Tells the same line so often, or else one line and then nothing. */
    private final class Theirs implements BalanceReports {
        private int lines;
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
            Money one = Money.of(1, "USD");
            var line = new ReportLine(
                    "l1", Optional.of(Movement.PAYMENT), "away_1", "away_1", one, Money.of(0, "USD"), one, from);
            to.next(line);
            if (lines == 0) {
                throw new IllegalStateException("429, too many questions");
            }
            for (int told = 1; told < lines; told++) {
                to.next(line);
            }
        }
    }
}
