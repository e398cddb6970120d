package dev.earshot.app.lives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.app.lives.paper.Paper;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** Whatever an account lives through, the product and paper agree on every unit after every step. */
class TwoWorldsTest {
    /** Two days before Europe's clocks go forward. */
    private static final Instant START = Instant.parse("2026-03-27T20:00:00Z");

    /** Lives in which one of these never happens prove nothing of it. */
    private static final List<String> EVENTFUL = List.of(
            "AllowanceGranted",
            "AllowanceLapsed",
            "BonusCredited",
            "EarningsClawedBack",
            "EarningsMatured",
            "EarningsReleased",
            "EarningsSettledDirectly",
            "HoldCaptured",
            "HoldDeclined",
            "HoldExtended",
            "HoldExtensionDeclined",
            "HoldReleased",
            "DuesDeclined",
            "MembershipCancelled",
            "MembershipEnded",
            "OverflowChosen",
            "PackExpired",
            "CashGivenBack",
            "CashTakenBack",
            "PackGivenBack",
            "PackTakenBack",
            "ReceivableCancelled",
            "PenaltyImposed",
            "PromoExpired",
            "PeriodBegan",
            "ReceivablePaid",
            "RenewalFailed",
            "TopUpDeclined",
            "TrialStarted",
            "VersionMoved",
            "CardLent",
            "paid by ALLOWANCE",
            "paid by CARD",
            "paid by CASH",
            "paid by GRACE",
            "paid by MOMENTS",
            "paid by PROMO",
            "paid by TOKENS");

    private static final String FACTS = "facts";

    @StatisticsReport(label = FACTS, value = StatisticsReportMode.OFF)
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void a_life_comes_to_the_same_in_the_product_and_on_paper(@ForAll("lives") Life life) {
        Course course = new Course(life.currency(), START);
        Product product = new Product(life.prices(), life.currency(), START);
        World paper = new Paper(life.prices(), life.currency());
        for (Step step : life.steps()) {
            take(step, course, product, paper);
        }
        for (String call : List.copyOf(course.running())) {
            assertThat(product.giveUp(call, course.now())).isEqualTo(paper.giveUp(call, course.now()));
        }
        agree("at the end", course, product, paper);
        assertThat(Tally.of(product.picture(course.now())))
                .as("what came and was not spent, lost or taken back")
                .isEqualTo(Tally.of(product.facts()));
        product.happenings().forEach(kind -> Statistics.label(FACTS).collect(kind));
        Statistics.label(FACTS)
                .coverage(lives -> EVENTFUL.forEach(kind -> lives.check(kind).count(count -> count > 0)));
    }

    @Provide
    Arbitrary<Life> lives() {
        return Lives.any();
    }

    private static void take(Step step, Course course, World product, World paper) {
        course.wait(step.later(course));
        String said = step.in(product, course);
        String expected = step.in(paper, course);
        assertThat(said).as("what is answered to %s", step).isEqualTo(expected);
        step.done(course, said);
        agree("after " + step, course, product, paper);
    }

    private static void agree(String when, Course course, World product, World paper) {
        SortedMap<String, String> picture = product.picture(course.now());
        assertThat(picture).as("%s, %s", when, course.now()).isEqualTo(paper.picture(course.now()));
        course.agreedOn(picture);
    }
}
