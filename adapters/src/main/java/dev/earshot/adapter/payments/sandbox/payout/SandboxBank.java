package dev.earshot.adapter.payments.sandbox.payout;

import dev.earshot.adapter.payments.sandbox.WhenSandbox;
import dev.earshot.adapter.payments.sandbox.books.SandboxBooks;
import dev.earshot.adapter.payout.OpenPayout;
import dev.earshot.api.id.PayoutId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The banks: a table. A payout is named by its id, so asking for it twice sends the money once. */
@Component
@WhenSandbox
class SandboxBank {
    private final JdbcClient jdbc;
    private final SandboxBooks books;
    private final SandboxPayoutSettings settings;

    SandboxBank(JdbcClient jdbc, SandboxBooks books, SandboxPayoutSettings settings) {
        this.jdbc = jdbc;
        this.books = books;
        this.settings = settings;
    }

    /**
     * A payout as the bank knows it.
     *
     * @param toldAt from when on the bank tells how it went
     * @param returnsAt when the money comes back, if it does
     */
    record Sent(PayoutMethod method, Instant toldAt, Optional<Instant> returnsAt) {}

    /** Sends the money, or not, as the method of its account says; or finds what was sent. */
    Sent send(OpenPayout payout, Instant now) {
        PayoutMethod method = Accounts.methodOf(payout.account());
        jdbc.sql("""
                        INSERT INTO sandbox_payout
                            (payout_id, earnings_id, method, amount_minor, currency, told_at, returns_at)
                        VALUES (:payout, :earnings, :method, :minor, :currency, :toldAt, :returnsAt)
                        ON CONFLICT (payout_id) DO NOTHING
                        """)
                .param("payout", payout.id().value())
                .param("earnings", payout.earningsId().value())
                .param("method", method.name())
                .param("minor", payout.amount().minor())
                .param("currency", payout.amount().currency().getCurrencyCode())
                .param("toldAt", toldAt(method, now).atOffset(ZoneOffset.UTC))
                .param(
                        "returnsAt",
                        method.comesBack() ? now.plus(settings.lateBy()).atOffset(ZoneOffset.UTC) : null)
                .update();
        Sent sent = jdbc.sql("SELECT method, told_at, returns_at FROM sandbox_payout WHERE payout_id = :payout")
                .param("payout", payout.id().value())
                .query(SandboxBank::sent)
                .single();
        note(payout, sent);
        return sent;
    }

    private void note(OpenPayout payout, Sent sent) {
        if (sent.method().failure().isEmpty()) {
            books.paidOut(reference(payout.id()), payout.amount(), sent.toldAt());
            sent.returnsAt().ifPresent(then -> books.payoutReturned(reference(payout.id()), payout.amount(), then));
        }
    }

    /** What the bank calls a payout. */
    static String reference(PayoutId payout) {
        return "sbx_" + payout.suffix();
    }

    private Instant toldAt(PayoutMethod method, Instant now) {
        return switch (method.answered()) {
            case AT_ONCE -> now;
            case LATE -> now.plus(settings.lateBy());
            case NEVER -> now.plus(settings.askAfter());
        };
    }

    private static Sent sent(ResultSet row, int number) throws SQLException {
        return new Sent(
                PayoutMethod.valueOf(row.getString("method")),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("returns_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
