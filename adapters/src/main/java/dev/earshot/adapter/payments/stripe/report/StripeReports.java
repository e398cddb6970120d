package dev.earshot.adapter.payments.stripe.report;

import dev.earshot.adapter.payments.stripe.StripeMapping;
import dev.earshot.adapter.payments.stripe.report.StripeLines.Told;
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
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Stripe's report "itemized balance change from activity" ({@code balance_change_from_activity.itemized}), which must be asked
 * for with the column {@code payment_intent_id}; its amounts are in major units. Or the list of balance transactions.
 */
@Component
class StripeReports implements BalanceReports {
    private static final String FORMAT = "balance-csv";
    private static final List<String> REQUIRED = List.of(
            "balance_transaction_id",
            "created_utc",
            "currency",
            "gross",
            "fee",
            "net",
            "reporting_category",
            "source_id",
            "payment_intent_id");
    private static final Set<String> KNOWN = Set.of(
            "created",
            "available_on",
            "available_on_utc",
            "description",
            "charge_id",
            "charge_created",
            "charge_created_utc",
            "transfer_id",
            "transfer_group",
            "statement_descriptor",
            "regulatory_tag",
            "trace_id",
            "dispute_reason",
            "is_link",
            "network_status");
    private static final List<String> KNOWN_KINDS = List.of(
            "automatic_payout_",
            "card_",
            "connected_account",
            "customer_",
            "invoice_",
            "order_",
            "payment_method_",
            "shipping_",
            "subscription_",
            "tax_",
            "terminal_");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss]");

    private final CsvTable table = new CsvTable(REQUIRED, StripeReports::isKnown);
    private final ObjectProvider<BalanceList> balance;

    StripeReports(ObjectProvider<BalanceList> balance) {
        this.balance = balance;
    }

    @Override
    public String provider() {
        return "stripe";
    }

    @Override
    public Set<String> formats() {
        return Set.of(FORMAT);
    }

    @Override
    public List<String> namesBeginWith() {
        return List.of("pi_", "ch_", "py_", "tr_", "po_");
    }

    /** A balance transaction is made as the money moves; a report is finished some hours after its day. */
    @Override
    public Duration settles() {
        return Duration.ofHours(1);
    }

    @Override
    public void read(String format, InputStream report, boolean strict, ReportLines lines) throws Refused, IOException {
        table.read(report, strict, row -> lines.next(StripeLines.line(told(row))));
    }

    @Override
    public boolean canBePulled() {
        return balance.getIfAvailable() != null;
    }

    @Override
    public void pull(Instant from, Instant until, ReportLines lines) throws Refused {
        BalanceList list = balance.getObject();
        BalanceList.Page page = list.first(from, until);
        tell(page, lines);
        while (page.more()) {
            page = list.after(from, until, page);
            tell(page, lines);
        }
    }

    private static void tell(BalanceList.Page page, ReportLines lines) throws Refused {
        for (JsonNode transaction : page.transactions()) {
            lines.next(StripeLines.line(told(transaction)));
        }
    }

    private static Told told(Row row) throws Refused {
        var currency = row.currency("currency");
        String source = row.text("source_id");
        String payment = row.text("payment_intent_id");
        String transfer = row.text("transfer_id");
        boolean ofPayment = !payment.isEmpty()
                || !row.text("charge_id").isEmpty()
                || row.text("transfer_group").startsWith("group_");
        return new Told(
                row.required("balance_transaction_id"),
                row.required("reporting_category"),
                transfer.isEmpty() ? source : transfer,
                payment,
                ofPayment,
                row.major("gross", currency),
                row.major("fee", currency),
                row.major("net", currency),
                row.time("created_utc", text -> LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC)));
    }

    private static Told told(JsonNode transaction) {
        JsonNode source = transaction.path("source");
        String own = source.isObject() ? source.path("id").asString("") : source.asString("");
        String category = transaction.path("reporting_category").asString("");
        boolean reversal = category.equals("transfer_reversal");
        return new Told(
                transaction.path("id").asString(),
                category,
                reversal ? source.path("transfer").asString(own) : own,
                source.path("payment_intent").asString(""),
                !source.path("source_transaction").asString("").isEmpty(),
                money(transaction, "amount"),
                money(transaction, "fee"),
                money(transaction, "net"),
                Instant.ofEpochSecond(transaction.path("created").longValue()));
    }

    private static Money money(JsonNode transaction, String what) {
        return StripeMapping.money(
                transaction.path(what).longValue(), transaction.path("currency").asString());
    }

    private static boolean isKnown(String column) {
        return KNOWN.contains(column)
                || column.contains("_metadata[")
                || KNOWN_KINDS.stream().anyMatch(column::startsWith);
    }
}
