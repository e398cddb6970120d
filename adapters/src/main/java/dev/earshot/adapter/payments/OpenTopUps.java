package dev.earshot.adapter.payments;

import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The top-ups that providers were asked for. */
@Component
public class OpenTopUps {
    private final JdbcClient jdbc;

    OpenTopUps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes it up; nothing changes when it is there. */
    OpenTopUp add(TopUpId id, Money amount, String method, String provider, Instant now) {
        jdbc.sql("""
                        INSERT INTO open_top_up
                            (top_up_id, provider, amount_minor, currency, method, asked_at, ask_again_at)
                        VALUES (:id, :provider, :minor, :currency, :method, :now, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .param("id", id.value())
                .param("provider", provider)
                .param("minor", amount.minor())
                .param("currency", amount.currency().getCurrencyCode())
                .param("method", method)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return new OpenTopUp(id, amount, method, now, "", 1);
    }

    /** Takes those that are due, the oldest first. If whoever takes one dies, it is due again at the end of the lease. */
    List<OpenTopUp> take(String provider, int most, Instant now, Instant leaseEnd) {
        return jdbc.sql("""
                        UPDATE open_top_up SET attempts = attempts + 1, ask_again_at = :leaseEnd
                        WHERE top_up_id IN (
                            SELECT top_up_id FROM open_top_up
                            WHERE NOT settled AND provider = :provider AND ask_again_at <= :now
                            ORDER BY ask_again_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("leaseEnd", leaseEnd.atOffset(ZoneOffset.UTC))
                .param("provider", provider)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(OpenTopUps::topUp)
                .list();
    }

    /** It is not settled; the provider is to be asked then. */
    public void askAgain(TopUpId id, String reference, Instant then) {
        jdbc.sql("UPDATE open_top_up SET reference = :reference, ask_again_at = :then WHERE top_up_id = :id")
                .param("reference", reference)
                .param("then", then.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    void settle(TopUpId id) {
        jdbc.sql("UPDATE open_top_up SET settled = true WHERE top_up_id = :id AND NOT settled")
                .param("id", id.value())
                .update();
    }

    /** The provider has the money, and calls the payment so; what goes back of it is told under this name only. */
    void paid(TopUpId id, String payment) {
        jdbc.sql("UPDATE open_top_up SET payment = :payment WHERE top_up_id = :id")
                .param("payment", payment)
                .param("id", id.value())
                .update();
    }

    /** Who was asked for it. */
    public String providerOf(TopUpId id) {
        return jdbc.sql("SELECT provider FROM open_top_up WHERE top_up_id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    /** What this provider was paid for so, or has begun to be paid for. */
    Optional<TopUpId> findByPayment(String provider, String payment) {
        return jdbc.sql("""
                        SELECT top_up_id FROM open_top_up
                        WHERE provider = :provider AND (payment = :payment OR reference = :payment) LIMIT 1
                        """)
                .param("provider", provider)
                .param("payment", payment)
                .query(String.class)
                .optional()
                .map(TopUpId::new);
    }

    /** What was asked of the provider, settled or not. */
    public Optional<OpenTopUp> find(TopUpId id) {
        return jdbc.sql("SELECT * FROM open_top_up WHERE top_up_id = :id")
                .param("id", id.value())
                .query(OpenTopUps::topUp)
                .optional();
    }

    /** The same by the provider's name for the payment. */
    public Optional<OpenTopUp> findByReference(String reference) {
        return jdbc.sql("SELECT * FROM open_top_up WHERE reference = :reference")
                .param("reference", reference)
                .query(OpenTopUps::topUp)
                .optional();
    }

    private static OpenTopUp topUp(ResultSet row, int number) throws SQLException {
        return new OpenTopUp(
                new TopUpId(row.getString("top_up_id")),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                row.getString("method"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("reference"),
                row.getInt("attempts"));
    }
}
