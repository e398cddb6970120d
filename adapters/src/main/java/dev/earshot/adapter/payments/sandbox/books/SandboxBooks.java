package dev.earshot.adapter.payments.sandbox.books;

import dev.earshot.adapter.payments.sandbox.WhenSandbox;
import dev.earshot.api.money.Money;
import dev.earshot.api.reconciliation.Movement;
import dev.earshot.platform.report.ReportLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** A table of what has moved. Of every payment the network keeps its fee. */
@Component
@WhenSandbox
public class SandboxBooks {
    private static final long WHOLE = 10_000;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final BooksSettings settings;

    SandboxBooks(JdbcClient jdbc, TransactionOperations transactions, Clock clock, BooksSettings settings) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings;
    }

    /** Money came from a payer. */
    public void paid(String payment, Money amount, Instant at) {
        long fee = amount.minor() * settings.feeBasisPoints() / WHOLE;
        note("payment_" + payment, Movement.PAYMENT, payment, payment, amount, fee, at);
    }

    /** Money went back to a payer. */
    public void refunded(String refund, String payment, Money amount, Instant at) {
        note("refund_" + refund, Movement.REFUND, payment, refund, negative(amount), 0, at);
    }

    /** What went back did not arrive, and is here again. */
    public void refundReturned(String refund, String payment, Money amount, Instant at) {
        note("return_" + refund, Movement.REFUND, payment, refund, amount, 0, at);
    }

    /** A payer's bank took money. */
    public void disputed(String dispute, Money amount, Instant at) {
        note("dispute_" + dispute, Movement.DISPUTE, dispute, dispute, negative(amount), 0, at);
    }

    /** And gave it back. */
    public void disputeWon(String dispute, Money amount, Instant at) {
        note("won_" + dispute, Movement.DISPUTE, dispute, dispute, amount, 0, at);
    }

    /** Money went to a listener. */
    public void paidOut(String payout, Money amount, Instant at) {
        note("payout_" + payout, Movement.PAYOUT, payout, payout, negative(amount), 0, at);
    }

    /** And came back. */
    public void payoutReturned(String payout, Money amount, Instant at) {
        note("payout_return_" + payout, Movement.PAYOUT, payout, payout, amount, 0, at);
    }

    /** Every line of that time, the oldest first, however many there are. What lies ahead is not told. */
    void each(Instant from, Instant until, Consumer<ReportLine> line) {
        // Only in a transaction the database hands over rows in portions.
        transactions.executeWithoutResult(transaction -> {
            try (Stream<ReportLine> lines = jdbc
                    .sql("""
                            SELECT * FROM sandbox_line WHERE at BETWEEN :from AND least(:until, :now) ORDER BY at, line_id
                            """)
                    .withFetchSize(1_000)
                    .param("from", from.atOffset(ZoneOffset.UTC))
                    .param("until", until.atOffset(ZoneOffset.UTC))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .query(SandboxBooks::line)
                    .stream()) {
                lines.forEach(line);
            }
        });
    }

    private void note(
            String name, Movement movement, String reference, String thing, Money amount, long fee, Instant at) {
        jdbc.sql("""
                        INSERT INTO sandbox_line
                            (line_id, movement, reference, name, amount_minor, fee_minor, currency, at)
                        VALUES (:line, :movement, :reference, :name, :minor, :fee, :currency, :at)
                        ON CONFLICT (line_id) DO NOTHING
                        """)
                .param("line", "sbxl_" + name)
                .param("movement", movement.name())
                .param("reference", reference)
                .param("name", thing)
                .param("minor", amount.minor())
                .param("fee", fee)
                .param("currency", amount.currency().getCurrencyCode())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Money negative(Money amount) {
        return Money.zero(amount.currency()).minus(amount);
    }

    private static ReportLine line(ResultSet row, int number) throws SQLException {
        Money amount = Money.of(row.getLong("amount_minor"), row.getString("currency"));
        Money fee = new Money(row.getLong("fee_minor"), amount.currency());
        return new ReportLine(
                row.getString("line_id"),
                Optional.of(Movement.valueOf(row.getString("movement"))),
                row.getString("reference"),
                row.getString("name"),
                amount,
                fee,
                amount.minus(fee),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
