package dev.earshot.adapter.payments.razorpay.report;

import dev.earshot.adapter.payments.razorpay.report.SettledLines.Told;
import dev.earshot.adapter.report.CsvTable;
import dev.earshot.adapter.report.Row;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.report.BalanceReports;
import dev.earshot.platform.report.ReportLines;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Razorpay's combined settlement report. Its list counts in paise; the file of the dashboard has the same columns, counts in
 * rupees and tells the fee without the tax on it.
 */
@Component
class RazorpayReports implements BalanceReports {
    private static final String IN_PAISE = "settlements-csv";
    private static final String IN_RUPEES = "settlements-csv-major";
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");
    private static final String FEE = "fee";
    private static final String FEE_WITHOUT_TAX = "fee (exclusive tax)";
    private static final List<String> REQUIRED =
            List.of("entity_id", "type", "debit", "credit", "amount", "currency", "tax", "created_at", "payment_id");
    private static final Set<String> KNOWN = Set.of(
            FEE,
            FEE_WITHOUT_TAX,
            "on_hold",
            "settled",
            "settled_at",
            "posted_at",
            "credit_type",
            "settlement_id",
            "description",
            "notes",
            "arn",
            "settlement_utr",
            "additional_utr",
            "order_id",
            "order_receipt",
            "order_notes",
            "payment_notes",
            "refund_notes",
            "method",
            "upi_flow",
            "card_network",
            "card_issuer",
            "card_type",
            "dispute_id");

    private final CsvTable table = new CsvTable(REQUIRED, KNOWN::contains);
    private final ObjectProvider<SettledList> settled;

    RazorpayReports(ObjectProvider<SettledList> settled) {
        this.settled = settled;
    }

    @Override
    public String provider() {
        return "razorpay";
    }

    @Override
    public Set<String> formats() {
        return Set.of(IN_PAISE, IN_RUPEES);
    }

    @Override
    public List<String> namesBeginWith() {
        return List.of("pay_");
    }

    /** What was paid at home is settled after two working days, what came from abroad after seven. */
    @Override
    public Duration settles() {
        return Duration.ofDays(10);
    }

    @Override
    public void read(String format, InputStream report, boolean strict, ReportLines lines) throws Refused, IOException {
        boolean paise = format.equals(IN_PAISE);
        table.read(report, strict, row -> lines.next(SettledLines.line(told(row, paise))));
    }

    @Override
    public boolean canBePulled() {
        return settled.getIfAvailable() != null;
    }

    @Override
    public void pull(Instant from, Instant until, ReportLines lines) throws Refused {
        SettledList list = settled.getObject();
        LocalDate last = LocalDate.ofInstant(until, INDIA);
        for (LocalDate day = LocalDate.ofInstant(from, INDIA); !day.isAfter(last); day = day.plusDays(1)) {
            list.of(day, lines);
        }
    }

    private static Told told(Row row, boolean paise) throws Refused {
        Currency currency = row.currency("currency");
        return new Told(
                row.required("entity_id"),
                row.required("type"),
                row.text("payment_id"),
                row.text("dispute_id"),
                amount(row, "credit", currency, paise),
                amount(row, "debit", currency, paise),
                amount(row, "amount", currency, paise),
                fee(row, currency, paise),
                row.time("created_at", RazorpayReports::moment));
    }

    private static Money fee(Row row, Currency currency, boolean paise) throws Refused {
        return row.has(FEE_WITHOUT_TAX)
                ? amount(row, FEE_WITHOUT_TAX, currency, paise).plus(amount(row, "tax", currency, paise))
                : amount(row, FEE, currency, paise);
    }

    private static Money amount(Row row, String column, Currency currency, boolean paise) throws Refused {
        return paise ? row.minor(column, currency) : row.major(column, currency);
    }

    private static Instant moment(String text) {
        return text.indexOf('/') > 0
                ? LocalDateTime.parse(text, TIME).atZone(INDIA).toInstant()
                : Instant.ofEpochSecond(Long.parseLong(text));
    }
}
