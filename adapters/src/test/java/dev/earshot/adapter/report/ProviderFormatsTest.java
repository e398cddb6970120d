package dev.earshot.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.api.money.Money;
import dev.earshot.api.reconciliation.Movement;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.report.BalanceReports;
import dev.earshot.platform.report.ReportLine;
import dev.earshot.platform.report.ReportRefusal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** What the files of Stripe and Razorpay mean; neither of them need be the payment provider. */
class ProviderFormatsTest {
    private static final String STRIPE = "balance_transaction_id,created_utc,available_on_utc,currency,gross,fee,net,"
            + "reporting_category,source_id,description,payment_intent_id,payment_metadata[topUpId]\n";
    private static final String RAZORPAY =
            "entity_id,type,debit,credit,amount,currency,%s,tax,on_hold,settled,created_at,"
                    + "settled_at,settlement_id,payment_id,dispute_id\n";
    private static AnnotationConfigApplicationContext context;

    @BeforeAll
    static void start() {
        context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("none", Map.of("payments.provider", "none")));
        context.scan("dev.earshot.adapter.payments.stripe.report", "dev.earshot.adapter.payments.razorpay.report");
        context.refresh();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void stripe_tells_payments_and_refunds_by_their_intent_and_disputes_by_themselves() throws Exception {
        var lines = read(
                "stripe",
                "balance-csv",
                STRIPE
                        + "txn_1,2026-03-01 10:00:00,2026-03-03 00:00:00,usd,20.00,0.88,19.12,charge,ch_1,Top-up,pi_1,top_1\n"
                        + "txn_2,2026-03-01 11:00:00,2026-03-03 00:00:00,usd,-5.00,0.00,-5.00,refund,re_1,,pi_1,\n"
                        + "txn_3,2026-03-02 12:00:00,2026-03-02 12:00:00,usd,-15.00,15.00,-30.00,dispute,dp_1,,pi_1,\n"
                        + "txn_4,2026-03-02 12:30:00,2026-03-02 12:30:00,jpy,1200,0,1200,charge,ch_2,,pi_2,\n"
                        + "txn_5,2026-03-02 12:40:00,2026-03-02 12:40:00,kwd,1.234,0.005,1.229,charge,ch_3,,pi_3,\n");

        assertThat(lines).extracting(ReportLine::reference).containsExactly("pi_1", "pi_1", "dp_1", "pi_2", "pi_3");
        assertThat(lines)
                .extracting(ReportLine::movement)
                .containsExactly(
                        Optional.of(Movement.PAYMENT),
                        Optional.of(Movement.REFUND),
                        Optional.of(Movement.DISPUTE),
                        Optional.of(Movement.PAYMENT),
                        Optional.of(Movement.PAYMENT));
        assertThat(lines)
                .extracting(ReportLine::amount)
                .containsExactly(
                        Money.of(2_000, "USD"),
                        Money.of(-500, "USD"),
                        Money.of(-1_500, "USD"),
                        Money.of(1_200, "JPY"),
                        Money.of(1_234, "KWD"));
        assertThat(lines.get(0).fee()).isEqualTo(Money.of(88, "USD"));
        assertThat(lines.get(0).at()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(lines.get(1).name()).isEqualTo("re_1");
    }

    @Test
    void a_transfer_of_a_payment_and_money_to_our_bank_are_beside_and_one_by_itself_is_a_payout() throws Exception {
        var lines = read(
                "stripe",
                "balance-csv",
                STRIPE
                        + "txn_1,2026-03-01 10:00:00,,usd,-20.00,0.00,-20.00,transfer,tr_1,,pi_1,\n"
                        + "txn_2,2026-03-01 10:00:00,,usd,-90.00,0.00,-90.00,payout,po_1,,,\n"
                        + "txn_3,2026-03-01 10:00:00,,usd,-30.00,0.00,-30.00,transfer,tr_2,,,\n");

        assertThat(lines)
                .extracting(ReportLine::movement)
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of(Movement.PAYOUT));
        assertThat(lines.get(2).reference()).isEqualTo("tr_2");
    }

    @Test
    void stripes_report_without_payment_intents_is_refused_by_the_name_of_the_column() {
        Refused refused = catchThrowableOfType(
                Refused.class, () -> read("stripe", "balance-csv", STRIPE.replace("payment_intent_id,", "")));

        assertThat(refused.code()).isEqualTo(ReportRefusal.REPORT_COLUMN_MISSING);
        assertThat(refused).hasMessageContaining("payment_intent_id");
    }

    @Test
    void razorpay_counts_in_paise() throws Exception {
        var lines = read(
                "razorpay",
                "settlements-csv",
                RAZORPAY.formatted("fee")
                        + "pay_1,payment,0,97100,100000,INR,2900,0,0,1,1567692556,1568176960,setl_1,,\n"
                        + "rfnd_1,refund,42500,0,42500,INR,0,0,0,1,1568107224,1568176960,setl_1,pay_1,\n"
                        + "adj_1,adjustment,50000,0,50000,INR,0,0,0,1,1568107225,1568176960,setl_1,,disp_1\n"
                        + "adj_2,adjustment,100,0,100,INR,0,0,0,1,1568107226,1568176960,setl_1,,\n");

        assertThat(lines).extracting(ReportLine::reference).containsExactly("pay_1", "pay_1", "disp_1", "adj_2");
        assertThat(lines)
                .extracting(line -> line.amount().minor())
                .containsExactly(100_000L, -42_500L, -50_000L, -100L);
        assertThat(lines.get(3).movement()).isEmpty();
        assertThat(lines)
                .allSatisfy(
                        line -> assertThat(line.net()).isEqualTo(line.amount().minus(line.fee())));
    }

    @Test
    void razorpays_dashboard_counts_in_rupees_and_tells_the_tax_beside_the_fee() throws Exception {
        var lines = read(
                "razorpay",
                "settlements-csv-major",
                RAZORPAY.formatted("fee (exclusive tax)")
                        + "pay_1,payment,0,976.40,1000.00,INR,20.00,3.60,0,1,05/09/2019 19:39:16,,setl_1,,\n");

        assertThat(lines.get(0).fee()).isEqualTo(Money.of(2_360, "INR"));
        assertThat(lines.get(0).net()).isEqualTo(Money.of(97_640, "INR"));
        assertThat(lines.get(0).at()).isEqualTo(Instant.parse("2019-09-05T14:09:16Z"));
        assertThat(catchThrowableOfType(
                                Refused.class,
                                () -> read(
                                        "razorpay",
                                        "settlements-csv",
                                        RAZORPAY.formatted("fee")
                                                + "pay_1,payment,0,976.40,1000.00,INR,23.60,3.60,0,1,1567692556,,setl_1,,\n"))
                        .code())
                .isEqualTo(ReportRefusal.REPORT_AMOUNT_WRONG);
    }

    private static List<ReportLine> read(String provider, String format, String text) throws Exception {
        BalanceReports reports = context.getBeansOfType(BalanceReports.class).values().stream()
                .filter(books -> books.provider().equals(provider))
                .findFirst()
                .orElseThrow();
        List<ReportLine> lines = new ArrayList<>();
        reports.read(format, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true, lines::add);
        return lines;
    }
}
