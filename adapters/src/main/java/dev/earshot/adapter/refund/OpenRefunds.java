package dev.earshot.adapter.refund;

import dev.earshot.adapter.payments.PaymentEvent.RefundFailed;
import dev.earshot.api.card.RefundBearer;
import dev.earshot.api.id.RefundId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.RefundReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The refunds that providers were asked for. */
@Component
public class OpenRefunds {
    private final JdbcClient jdbc;

    OpenRefunds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes it up; nothing changes when it is there. */
    void add(OpenRefund refund, String provider) {
        jdbc.sql("""
                        INSERT INTO open_refund (refund_id, subject, provider, payment, method, amount_minor, currency,
                                                 reason, bearer, asked_at, ask_again_at)
                        VALUES (:id, :subject, :provider, :payment, :method, :minor, :currency,
                                :reason, :bearer, :now, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .param("id", refund.id().value())
                .param("subject", refund.subject())
                .param("provider", provider)
                .param("payment", refund.payment())
                .param("method", refund.method())
                .param("minor", refund.amount().minor())
                .param("currency", refund.amount().currency().getCurrencyCode())
                .param("reason", refund.reason().name())
                .param("bearer", refund.bearer().name())
                .param("now", refund.askedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes those that are due, the oldest first. If whoever takes one dies, it is due again at the end of the lease. */
    List<OpenRefund> take(String provider, int most, Instant now, Instant leaseEnd) {
        return jdbc.sql("""
                        UPDATE open_refund SET attempts = attempts + 1, ask_again_at = :leaseEnd
                        WHERE refund_id IN (
                            SELECT refund_id FROM open_refund
                            WHERE NOT settled AND provider = :provider AND ask_again_at <= :now
                            ORDER BY ask_again_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("leaseEnd", leaseEnd.atOffset(ZoneOffset.UTC))
                .param("provider", provider)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(OpenRefunds::refund)
                .list();
    }

    /** It is not settled; the provider is to be asked then. */
    void askAgain(RefundId id, Instant then) {
        jdbc.sql("UPDATE open_refund SET ask_again_at = :then WHERE refund_id = :id")
                .param("then", then.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    /** It is decided; {@code reference} is the provider's name for it, empty where it has none. */
    void settle(RefundId id, String reference) {
        jdbc.sql("""
                        UPDATE open_refund SET settled = true,
                            reference = CASE WHEN :reference = '' THEN reference ELSE :reference END
                        WHERE refund_id = :id
                        """).param("reference", reference).param("id", id.value()).update();
    }

    /** Which of our own refunds has come back; empty where somebody else had made it. */
    public Optional<RefundId> ours(String provider, RefundFailed failed) {
        return failed.ours().startsWith(RefundId.PREFIX)
                ? Optional.of(new RefundId(failed.ours()))
                : findByReference(provider, failed.refund());
    }

    /** Our own refund by the provider's name for it. */
    private Optional<RefundId> findByReference(String provider, String reference) {
        return jdbc.sql("SELECT refund_id FROM open_refund WHERE provider = :provider AND reference = :reference")
                .param("provider", provider)
                .param("reference", reference)
                .query(String.class)
                .optional()
                .map(RefundId::new);
    }

    private static OpenRefund refund(ResultSet row, int number) throws SQLException {
        return new OpenRefund(
                new RefundId(row.getString("refund_id")),
                row.getString("subject"),
                row.getString("payment"),
                row.getString("method"),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                RefundReason.valueOf(row.getString("reason")),
                RefundBearer.valueOf(row.getString("bearer")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }
}
