package dev.earshot.adapter.payout;

import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The payouts that a provider was asked for, and when it is to be asked again. */
@Component
public class OpenPayouts {
    private final JdbcClient jdbc;

    OpenPayouts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes it up, due at once. Nothing changes when it is there. */
    OpenPayout add(PayoutId id, EarningsId earningsId, Money amount, String account, String provider, Instant now) {
        jdbc.sql("""
                        INSERT INTO open_payout
                            (payout_id, earnings_id, provider, account, amount_minor, currency, asked_at, ask_again_at)
                        VALUES (:id, :earnings, :provider, :account, :minor, :currency, :now, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .param("id", id.value())
                .param("earnings", earningsId.value())
                .param("provider", provider)
                .param("account", account)
                .param("minor", amount.minor())
                .param("currency", amount.currency().getCurrencyCode())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return new OpenPayout(id, earningsId, amount, account, now, "", 1, 0);
    }

    /** Takes those that are due, the oldest first. If whoever takes one dies, it is due again at the end of the lease. */
    List<OpenPayout> take(String provider, int most, Instant now, Instant leaseEnd) {
        return jdbc.sql("""
                        UPDATE open_payout SET attempts = attempts + 1, version = version + 1, ask_again_at = :leaseEnd
                        WHERE payout_id IN (
                            SELECT payout_id FROM open_payout WHERE provider = :provider AND ask_again_at <= :now
                            ORDER BY ask_again_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("leaseEnd", leaseEnd.atOffset(ZoneOffset.UTC))
                .param("provider", provider)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(OpenPayouts::payout)
                .list();
    }

    /** What the provider calls it. */
    void name(OpenPayout payout, String reference) {
        jdbc.sql("UPDATE open_payout SET reference = :reference WHERE payout_id = :id AND reference <> :reference")
                .param("reference", reference)
                .param("id", payout.id().value())
                .update();
    }

    /** The provider is to be asked then, or never again; at once, if there have been news since it was taken. */
    void askAgain(OpenPayout payout, Optional<Instant> then) {
        jdbc.sql("UPDATE open_payout SET ask_again_at = :then WHERE payout_id = :id AND version = :version")
                .param(
                        "then",
                        then.map(moment -> moment.atOffset(ZoneOffset.UTC)).orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", payout.id().value())
                .param("version", payout.version())
                .update();
    }

    /** The provider has news of this payout, by our name for it; tells whether there is such a payout. */
    public boolean news(String payoutId, Instant now) {
        return jdbc.sql("UPDATE open_payout SET version = version + 1, ask_again_at = :now WHERE payout_id = :id")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", payoutId)
                        .update()
                > 0;
    }

    private static OpenPayout payout(ResultSet row, int number) throws SQLException {
        return new OpenPayout(
                new PayoutId(row.getString("payout_id")),
                new EarningsId(row.getString("earnings_id")),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                row.getString("account"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("reference"),
                row.getInt("attempts"),
                row.getLong("version"));
    }
}
