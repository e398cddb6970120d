package dev.earshot.query.reconciliation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.earshot.api.account.Role;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.card.CardPaymentEvent.AuthorizationRequested;
import dev.earshot.api.card.CardPaymentEvent.CardAuthorized;
import dev.earshot.api.card.CardPaymentEvent.CardCaptured;
import dev.earshot.api.card.CardReversalEvent.CardDisputeOpened;
import dev.earshot.api.card.CardReversalEvent.CardDisputeWon;
import dev.earshot.api.card.CardReversalEvent.CardRefundConfirmed;
import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.id.RefundId;
import dev.earshot.api.id.ReportId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.media.MediaEvent.TalkMeasured;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayoutEvent.PayoutPaid;
import dev.earshot.api.payout.PayoutEvent.PayoutRequested;
import dev.earshot.api.payout.PayoutEvent.PayoutReturned;
import dev.earshot.api.payout.PayoutFailure;
import dev.earshot.api.reconciliation.BreakEvent.BreakClosed;
import dev.earshot.api.reconciliation.BreakEvent.BreakFound;
import dev.earshot.api.reconciliation.BreakKind;
import dev.earshot.api.reconciliation.Figure;
import dev.earshot.api.reconciliation.Finding;
import dev.earshot.api.reconciliation.Movement;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.RefundFailure;
import dev.earshot.api.topup.TopUpEvent.DisputeOpened;
import dev.earshot.api.topup.TopUpEvent.RefundConfirmed;
import dev.earshot.api.topup.TopUpEvent.RefundFailed;
import dev.earshot.api.topup.TopUpEvent.RefundRecorded;
import dev.earshot.api.topup.TopUpEvent.TopUpPaid;
import dev.earshot.platform.report.BalanceReports;
import dev.earshot.platform.report.ReportLine;
import dev.earshot.platform.report.ReportLines;
import dev.earshot.platform.report.ReportRefusal;
import dev.earshot.query.QueryTest;
import dev.earshot.query.reconciliation.report.Intake.Window;
import dev.earshot.query.reconciliation.report.ReportRows.Source;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What two books say side by side, out of the log and out of reports, as the database has them. */
class ComparisonTest extends QueryTest {
    @Autowired
    private Comparison comparison;

    @Autowired
    private Intake intake;

    @Autowired
    private ReportRows reports;

    @Autowired
    private TalkRows talks;

    private Theirs theirs;
    private TopUpId topUp;
    private WalletId wallet;
    private String pay;
    private int count;

    @BeforeEach
    void name() {
        theirs = new Theirs("them" + story.suffix, "x" + story.suffix);
        topUp = new TopUpId(TopUpId.PREFIX + story.suffix);
        wallet = WalletId.of(story.member);
        pay = "x" + story.suffix + "pay";
    }

    @Test
    void a_payment_that_both_know_of_is_no_break() throws Exception {
        given(paid(1000, 10));

        assertThat(reported(line("l1", Movement.PAYMENT, pay, 1000, 10))).isEmpty();
    }

    @Test
    void every_kind_of_break_about_money_is_named() throws Exception {
        given(
                paid(1000, 10),
                new TopUpPaid(topUp("b"), wallet, usd(500), pay + "b", story.at(20)),
                new TopUpPaid(topUp("c"), wallet, usd(700), pay + "c", story.at(21)),
                new TopUpPaid(topUp("d"), wallet, Money.of(800, "EUR"), pay + "d", story.at(22)),
                new TopUpPaid(topUp("e"), wallet, usd(900), pay + "e", story.at(23)));

        var found = reported(
                line("l1", Movement.PAYMENT, pay, 999, 10),
                line("l2", Movement.PAYMENT, pay + "stranger", 50, 11),
                line("l3", Movement.PAYMENT, pay + "c", 700, 12),
                line("l4", Movement.PAYMENT, pay + "c", 700, 13),
                line("l5", Movement.PAYMENT, pay + "d", 800, 14),
                withFee(line("l6", Movement.PAYMENT, pay + "e", 900, 15), 30, 880),
                line("l7", Movement.PAYMENT, pay + "late", 1, 7_300));

        assertThat(found)
                .extracting(Finding::kind, Finding::reference)
                .containsExactlyInAnyOrder(
                        tuple(BreakKind.AMOUNT, pay),
                        tuple(BreakKind.MISSING_THERE, pay + "b"),
                        tuple(BreakKind.DUPLICATE, pay + "c"),
                        tuple(BreakKind.CURRENCY, pay + "d"),
                        tuple(BreakKind.FEE, pay + "e"),
                        tuple(BreakKind.MISSING_HERE, pay + "stranger"),
                        tuple(BreakKind.MISSING_HERE, pay + "late"));
    }

    @Test
    void what_is_outside_their_time_or_was_only_just_paid_is_not_missing_there() throws Exception {
        given(
                paid(1000, 10),
                new TopUpPaid(topUp("b"), wallet, usd(500), pay + "b", story.at(99)),
                new TopUpPaid(topUp("c"), wallet, usd(500), pay + "c", story.at(500)));

        assertThat(reported(line("l1", Movement.PAYMENT, pay, 1000, 10), line("l2", Movement.PAYMENT, pay, 0, 100)))
                .isEmpty();
    }

    @Test
    void what_other_providers_hold_is_not_missing_in_these_books() throws Exception {
        given(paid(1000, 10), new TopUpPaid(topUp("b"), wallet, usd(500), "y" + pay, story.at(11)));

        assertThat(reported(line("l1", Movement.PAYMENT, pay, 1000, 10), line("l2", Movement.PAYMENT, pay, 0, 5_000)))
                .isEmpty();
    }

    @Test
    void a_refund_and_a_dispute_of_one_payment_agree_each_by_itself() throws Exception {
        var refund = new RefundId(RefundId.PREFIX + story.suffix);
        given(
                paid(1000, 10),
                new RefundConfirmed(topUp, wallet, refund, usd(300), "re_1", story.at(20)),
                new RefundRecorded(topUp, wallet, usd(300), story.at(21)),
                new DisputeOpened(topUp, wallet, pay + "dp", usd(700), story.at(30)));

        assertThat(reported(
                        line("l1", Movement.PAYMENT, pay, 1000, 10),
                        line("l2", Movement.REFUND, pay, -300, 20),
                        line("l3", Movement.DISPUTE, pay + "dp", -700, 30)))
                .isEmpty();
    }

    @Test
    void refunds_made_elsewhere_count_as_the_provider_told_them_in_all() throws Exception {
        var refund = new RefundId(RefundId.PREFIX + story.suffix);
        given(
                paid(1000, 10),
                new RefundConfirmed(topUp, wallet, refund, usd(300), "re_1", story.at(20)),
                new RefundRecorded(topUp, wallet, usd(450), story.at(25)));

        assertThat(reported(
                        line("l1", Movement.PAYMENT, pay, 1000, 10),
                        line("l2", Movement.REFUND, pay, -300, 20),
                        line("l3", Movement.REFUND, pay, -150, 25)))
                .isEmpty();
    }

    @Test
    void a_refund_that_came_back_is_told_twice_and_one_that_never_went_not_at_all() throws Exception {
        var back = new RefundId(RefundId.PREFIX + story.suffix + "1");
        var never = new RefundId(RefundId.PREFIX + story.suffix + "2");
        given(
                paid(1000, 10),
                new RefundConfirmed(topUp, wallet, back, usd(300), "re_1", story.at(20)),
                new RefundFailed(topUp, wallet, back, usd(300), RefundFailure.RETURNED, story.at(30)),
                new RefundFailed(topUp, wallet, never, usd(100), RefundFailure.REFUSED, story.at(31)));

        assertThat(reported(
                        line("l1", Movement.PAYMENT, pay, 1000, 10),
                        line("l2", Movement.REFUND, pay, -300, 20),
                        line("l3", Movement.REFUND, pay, 300, 30)))
                .isEmpty();
    }

    @Test
    void cards_are_told_by_the_name_they_were_authorized_under() throws Exception {
        var card = CardPaymentId.of(story.call, 1);
        var refund = new RefundId(RefundId.PREFIX + story.suffix);
        given(
                new AuthorizationRequested(
                        card,
                        story.call,
                        story.parties,
                        new CardId(CardId.PREFIX + story.suffix),
                        "acct",
                        usd(5000),
                        usd(2000),
                        1,
                        story.at(8)),
                new CardAuthorized(card, story.call, story.parties, usd(5000), pay, story.at(90), story.at(9)),
                new CardCaptured(card, story.call, story.parties, "acct", usd(900), usd(135), story.at(10)),
                new CardRefundConfirmed(card, story.call, story.parties, refund, usd(100), "re_1", story.at(20)),
                new CardDisputeOpened(card, story.call, story.parties, pay + "dp", usd(800), story.at(30)),
                new CardDisputeWon(card, story.call, story.parties, pay + "dp", usd(800), story.at(40)));

        assertThat(reported(
                        line("l1", Movement.PAYMENT, pay, 5000, 9),
                        named(line("l2", Movement.PAYMENT, pay, -4100, 10), "release"),
                        line("l3", Movement.REFUND, pay, -100, 20),
                        line("l4", Movement.DISPUTE, pay + "dp", -800, 30),
                        line("l5", Movement.DISPUTE, pay + "dp", 800, 40)))
                .isEmpty();
    }

    @Test
    void a_payout_is_told_by_its_first_step_and_may_come_back() throws Exception {
        var payout = new PayoutId(PayoutId.PREFIX + story.suffix);
        var earnings = EarningsId.of(story.listenerId);
        given(
                new PayoutRequested(earnings, payout, usd(4000), "acct", story.at(5)),
                new PayoutPaid(earnings, payout, usd(4000), pay + "tr/po_1", story.at(10)),
                new PayoutReturned(earnings, payout, usd(4000), PayoutFailure.ACCOUNT_CLOSED, story.at(50)));

        assertThat(reported(
                        line("l1", Movement.PAYOUT, pay + "tr", -4000, 10),
                        line("l2", Movement.PAYOUT, pay + "tr", 4000, 50)))
                .isEmpty();
        assertThat(reported(line("l3", Movement.PAYOUT, pay + "byHand", -1, 51)))
                .extracting(Finding::kind)
                .containsExactly(BreakKind.MISSING_HERE);
    }

    @Test
    void overlapping_reports_in_any_order_tell_each_line_once() throws Exception {
        given(paid(1000, 10), new TopUpPaid(topUp("b"), wallet, usd(500), pay + "b", story.at(4_000)));
        var first = line("l1", Movement.PAYMENT, pay, 1000, 10);
        var second = line("l2", Movement.PAYMENT, pay + "b", 500, 4_000);

        assertThat(reported(second, first)).isEmpty();
        assertThat(reported(first)).isEmpty();
        assertThat(reported(first, second, line("l3", Movement.PAYMENT, pay, 0, 9_000)))
                .isEmpty();
    }

    @Test
    void what_an_open_break_is_about_is_looked_at_again_with_every_report() throws Exception {
        var finding = new Finding(
                theirs.provider(),
                BreakKind.MISSING_THERE,
                Movement.PAYMENT,
                pay,
                new Figure(0, "USD"),
                new Figure(1000, "USD"),
                story.at(10));
        given(paid(1000, 10), new BreakFound(finding.breakId(), finding, "rep_0", story.at(20)));

        List<Compared> things = new ArrayList<>();
        comparison.each(theirs, Comparison.NO_UPLOAD, things::add);

        assertThat(things).extracting(Compared::reference, Compared::own).containsExactly(tuple(pay, false));
        given(new BreakClosed(finding.breakId(), "round", story.at(30)));
    }

    @Test
    void a_report_that_repeats_a_line_is_refused_whole() {
        Refused refused = refusal(
                line("l1", Movement.PAYMENT, pay, 1, 1),
                line("l2", Movement.PAYMENT, pay, 2, 2),
                line("l1", Movement.PAYMENT, pay, 1, 1));

        assertThat(refused.code()).isEqualTo(ReportRefusal.REPORT_LINE_REPEATED);
        assertThat(refused).hasMessageContaining("entry 3 repeats entry 1 (l1)");
        assertThat(linesKept()).isZero();
    }

    @Test
    void many_repeated_lines_are_refused_in_constant_memory_and_nothing_stays() {
        long before = linesKept();
        int many = Integer.getInteger("report.lines", 200_000);

        Refused refused = catchThrowableOfType(
                Refused.class,
                () -> intake.take(report(), source(), new Window(Optional.empty(), Optional.empty()), lines -> {
                    for (int i = 0; i < many; i++) {
                        lines.next(line("same", Movement.PAYMENT, pay, 1, 1));
                    }
                }));

        assertThat(refused.code()).isEqualTo(ReportRefusal.REPORT_LINE_REPEATED);
        assertThat(refused).hasMessageContaining((many - 1) + " such repetitions");
        assertThat(linesKept()).isEqualTo(before);
    }

    @Test
    void a_report_without_lines_has_to_say_what_time_it_is_about() throws Exception {
        given(paid(1000, 10));

        assertThat(refusal().code()).isEqualTo(ReportRefusal.REPORT_WINDOW_MISSING);
        ReportId id = report();
        intake.take(id, source(), new Window(Optional.of(story.at(0)), Optional.of(story.at(9_000))), lines -> {});
        assertThat(judged(id)).extracting(Finding::kind).containsExactly(BreakKind.MISSING_THERE);
    }

    @Test
    void the_talk_of_a_call_is_compared_once_it_is_settled() {
        given(
                new CallEnded(story.call, story.parties, EndReason.HUNG_UP_BY_MEMBER, 60, story.at(60)),
                new TalkMeasured(story.call, "loopback", story.at(0), story.at(75), 75_000));

        var later = Instant.now().plus(Duration.ofHours(1));
        Talk talk = talks.next(later, 100_000).stream()
                .filter(one -> one.callId().equals(story.call.value()))
                .findAny()
                .orElseThrow();

        assertThat(talk.contradiction(Duration.ofSeconds(5)).map(Finding::kind)).contains(BreakKind.MEDIA_SHORT);
        assertThat(talks.next(Instant.EPOCH, 10)).isEmpty();
    }

    @Test
    void breaks_are_listed_aged_and_downloaded_by_those_who_look_after_the_money() {
        var finding = new Finding(
                theirs.provider(),
                BreakKind.AMOUNT,
                Movement.PAYMENT,
                "=" + pay,
                new Figure(999, "USD"),
                new Figure(1000, "USD"),
                story.at(10));
        Instant longAgo = Instant.now().minus(Duration.ofDays(8));
        given(new BreakFound(finding.breakId(), finding, "rep_0", longAgo));

        var listed = get("/v1/reconciliation/breaks?provider=" + theirs.provider(), story.member, Role.FINANCE);
        assertThat(listed.body().at("/items/0/kind").asString()).isEqualTo("AMOUNT");
        assertThat(listed.body().at("/items/0/daysOpen").asInt()).isEqualTo(8);
        assertThat(get("/v1/reconciliation/breaks?minDays=9&provider=" + theirs.provider(), story.member, Role.FINANCE)
                        .body()
                        .path("items"))
                .isEmpty();
        var one = get("/v1/reconciliation/breaks/" + finding.breakId(), story.member, Role.SUPERADMIN);
        assertThat(one.body().at("/found/told/amount").asLong()).isEqualTo(999);
        assertThat(one.body().at("/history").findValuesAsString("what")).isEmpty(); // Published past its aggregate.
        var sheet = get("/v1/reconciliation/breaks.csv?provider=" + theirs.provider(), story.member, Role.FINANCE);
        assertThat(sheet.http().body()).contains(",'=" + pay + ",9.99,USD,10.00,USD,");
        var ages = get("/v1/reconciliation/ages", story.member, Role.FINANCE).body();
        assertThat(ages).anySatisfy(age -> {
            assertThat(age.path("provider").asString()).isEqualTo(theirs.provider());
            assertThat(age.path("days").asInt()).isEqualTo(7);
        });
        assertThat(get("/v1/reconciliation/breaks", story.member, Role.ADMIN).status())
                .isEqualTo(403);
        given(new BreakClosed(finding.breakId(), "round", Instant.now()));
    }

    private TopUpPaid paid(long minor, int second) {
        return new TopUpPaid(topUp, wallet, usd(minor), pay, story.at(second));
    }

    private TopUpId topUp(String more) {
        return new TopUpId(TopUpId.PREFIX + story.suffix + more);
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }

    private ReportLine line(String id, Movement movement, String reference, long amount, int second) {
        return new ReportLine(
                id, Optional.of(movement), reference, reference, usd(amount), usd(0), usd(amount), story.at(second));
    }

    private static ReportLine withFee(ReportLine line, long fee, long net) {
        return new ReportLine(
                line.id(),
                line.movement(),
                line.reference(),
                line.name(),
                line.amount(),
                usd(fee),
                usd(net),
                line.at());
    }

    private static ReportLine named(ReportLine line, String name) {
        return new ReportLine(
                line.id(), line.movement(), line.reference(), name, line.amount(), line.fee(), line.net(), line.at());
    }

    /** What a report of these lines leads to; from then on it has been compared. */
    private List<Finding> reported(ReportLine... lines) throws Refused, IOException {
        ReportId id = report();
        intake.take(id, source(), new Window(Optional.empty(), Optional.empty()), to -> {
            for (ReportLine line : lines) {
                to.next(line);
            }
        });
        return judged(id);
    }

    private List<Finding> judged(ReportId id) {
        Report report = reports.find(id).orElseThrow();
        var judgement = new Judgement(theirs.provider(), Optional.empty());
        List<Finding> findings = new ArrayList<>();
        comparison.each(theirs, report.upload(), thing -> findings.addAll(judgement.of(thing)));
        jdbc.update("UPDATE report SET state = 'COMPARED' WHERE report_id = ?", id.value());
        return findings;
    }

    private Refused refusal(ReportLine... lines) {
        return catchThrowableOfType(Refused.class, () -> reported(lines));
    }

    private ReportId report() {
        return new ReportId(ReportId.PREFIX + story.suffix + count++);
    }

    private Source source() {
        return new Source(theirs.provider(), "lines", "", story.member);
    }

    private long linesKept() {
        return jdbc.queryForObject(
                "SELECT count(*) FROM report_line WHERE provider = ?", Long.class, theirs.provider());
    }

    /** A provider of one test. */
    private record Theirs(String provider, String prefix) implements BalanceReports {
        @Override
        public Set<String> formats() {
            return Set.of();
        }

        @Override
        public List<String> namesBeginWith() {
            return List.of(prefix);
        }

        @Override
        public Duration settles() {
            return Duration.ofSeconds(60);
        }

        @Override
        public void read(String format, InputStream report, boolean strict, ReportLines lines) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean canBePulled() {
            return false;
        }

        @Override
        public void pull(Instant from, Instant until, ReportLines lines) {
            throw new UnsupportedOperationException();
        }
    }
}
