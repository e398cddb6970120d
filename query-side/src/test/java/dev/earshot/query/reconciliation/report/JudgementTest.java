package dev.earshot.query.reconciliation.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.reconciliation.BreakKind;
import dev.earshot.api.reconciliation.Figure;
import dev.earshot.api.reconciliation.Finding;
import dev.earshot.api.reconciliation.Movement;
import dev.earshot.query.reconciliation.report.Compared.Known;
import dev.earshot.query.reconciliation.report.Compared.Told;
import dev.earshot.query.reconciliation.report.ReportSettings.Fee;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Told NOTHING = Told.NOTHING;

    @Test
    void two_books_that_say_the_same_contradict_nobody() {
        assertThat(judged(told(1000), due(1000))).isEmpty();
    }

    @Test
    void what_only_they_know_is_missing_here_and_what_only_we_know_is_missing_there() {
        assertThat(judged(told(1000))).containsExactly(finding(BreakKind.MISSING_HERE, 1000, 0));
        assertThat(judged(NOTHING, due(1000))).containsExactly(finding(BreakKind.MISSING_THERE, 0, 1000));
    }

    @Test
    void what_they_need_not_know_yet_is_not_missing_there() {
        assertThat(judged(NOTHING, late(1000))).isEmpty();
    }

    @Test
    void what_came_and_went_there_and_never_concerned_us_is_no_break() {
        assertThat(judged(new Told(2, 1, 0, 0, 0, true, List.of("USD"), AT))).isEmpty();
    }

    @Test
    void another_amount_is_a_break_and_so_is_an_amount_told_twice() {
        assertThat(judged(told(900), due(1000))).containsExactly(finding(BreakKind.AMOUNT, 900, 1000));
        assertThat(judged(new Told(2, 2, 2000, 0, 2000, true, List.of("USD"), AT), due(1000)))
                .containsExactly(finding(BreakKind.DUPLICATE, 2000, 1000));
    }

    @Test
    void two_equal_refunds_that_both_know_of_are_no_duplicate() {
        assertThat(judged(new Told(2, 1, -1000, 0, -1000, true, List.of("USD"), AT), due(-500), due(-500)))
                .isEmpty();
    }

    @Test
    void a_payment_that_is_refunded_and_disputed_agrees_at_whatever_step_they_have_come_to() {
        assertThat(judged(told(-500), due(-500), late(500))).isEmpty();
        assertThat(judged(told(-500, 0, -500), late(-500), late(500))).isEmpty();
        assertThat(judged(new Told(2, 1, 0, 0, 0, true, List.of("USD"), AT), due(-500), late(500)))
                .isEmpty();
        assertThat(judged(told(-400), due(-500), late(500))).hasSize(1);
    }

    @Test
    void once_it_must_be_told_that_it_came_back_the_first_half_alone_is_a_break() {
        assertThat(judged(told(-500), due(-500), due(500))).containsExactly(finding(BreakKind.AMOUNT, -500, 0));
    }

    @Test
    void the_same_number_of_another_currency_is_a_break() {
        Told yen = new Told(1, 1, 1000, 0, 1000, true, List.of("JPY"), AT);

        assertThat(judged(yen, due(1000)))
                .containsExactly(new Finding(
                        "them",
                        BreakKind.CURRENCY,
                        Movement.PAYMENT,
                        "pay_1",
                        new Figure(1000, "JPY"),
                        new Figure(1000, "USD"),
                        AT));
    }

    @Test
    void a_fee_that_does_not_add_up_is_a_break_even_where_nothing_was_agreed() {
        Told odd = new Told(1, 1, 1000, 59, 951, false, List.of("USD"), AT);

        assertThat(judged(odd, due(1000))).containsExactly(finding(BreakKind.FEE, 59, 49));
    }

    @Test
    void a_fee_may_be_what_was_agreed_rounded_up_and_not_one_unit_more() {
        Fee agreed = new Fee(290, 30, 1500);

        assertThat(judged(agreed, Movement.PAYMENT, told(1001, 60, 941), due(1001)))
                .isEmpty();
        assertThat(judged(agreed, Movement.PAYMENT, told(1001, 61, 940), due(1001)))
                .containsExactly(finding(BreakKind.FEE, 61, 60));
        assertThat(judged(agreed, Movement.DISPUTE, told(-500, 1500, -2000), due(-500)))
                .isEmpty();
        assertThat(judged(agreed, Movement.DISPUTE, told(-500, 1501, -2001), due(-500)))
                .extracting(Finding::kind)
                .containsExactly(BreakKind.FEE);
    }

    @Test
    void money_and_fee_may_both_be_wrong() {
        assertThat(judged(new Fee(0, 0, 0), Movement.PAYMENT, told(900, 1, 899), due(1000)))
                .extracting(Finding::kind)
                .containsExactly(BreakKind.AMOUNT, BreakKind.FEE);
    }

    private static List<Finding> judged(Told told, Known... known) {
        return new Judgement("them", Optional.empty()).of(thing(Movement.PAYMENT, told, known));
    }

    private static List<Finding> judged(Fee agreed, Movement movement, Told told, Known... known) {
        return new Judgement("them", Optional.of(agreed)).of(thing(movement, told, known));
    }

    private static Compared thing(Movement movement, Told told, Known... known) {
        return new Compared(movement, "pay_1", true, told, Arrays.asList(known));
    }

    private static Told told(long amount) {
        return told(amount, 0, amount);
    }

    private static Told told(long amount, long fee, long net) {
        return new Told(1, 1, amount, fee, net, true, List.of("USD"), AT);
    }

    private static Known due(long amount) {
        return new Known(amount, "USD", true, AT);
    }

    private static Known late(long amount) {
        return new Known(amount, "USD", false, AT);
    }

    private static Finding finding(BreakKind kind, long told, long known) {
        return new Finding(
                "them", kind, Movement.PAYMENT, "pay_1", new Figure(told, "USD"), new Figure(known, "USD"), AT);
    }
}
