package dev.earshot.adapter.payout;

import dev.earshot.api.id.EarningsId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts that listeners opened at providers, and when the provider is to be asked about each. */
@Component
public class OpenPayees {
    private final JdbcClient jdbc;

    OpenPayees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes an account up, or again, due at once. */
    OpenPayee add(String account, EarningsId earningsId, String method, String provider, Instant now) {
        jdbc.sql("""
                        INSERT INTO open_payee (account, earnings_id, provider, method, opened_at, ask_again_at)
                        VALUES (:account, :earnings, :provider, :method, :now, :now)
                        ON CONFLICT (account) DO UPDATE SET
                            version = open_payee.version + 1, attempts = 0, opened_at = :now, ask_again_at = :now
                        """)
                .param("account", account)
                .param("earnings", earningsId.value())
                .param("provider", provider)
                .param("method", method)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return find(account).orElseThrow();
    }

    /** The account that this listener last opened by this method. */
    public Optional<String> accountOf(EarningsId earningsId, String provider, String method) {
        return jdbc.sql("""
                        SELECT account FROM open_payee
                        WHERE earnings_id = :earnings AND provider = :provider AND method = :method
                        ORDER BY opened_at DESC LIMIT 1
                        """)
                .param("earnings", earningsId.value())
                .param("provider", provider)
                .param("method", method)
                .query(String.class)
                .optional();
    }

    /** The method by which this account was opened. */
    public Optional<String> methodOf(String account) {
        return find(account).map(OpenPayee::method);
    }

    /** Takes those that are due, the oldest first. If whoever takes one dies, it is due again at the end of the lease. */
    List<OpenPayee> take(String provider, int most, Instant now, Instant leaseEnd) {
        return jdbc.sql("""
                        UPDATE open_payee SET attempts = attempts + 1, version = version + 1, ask_again_at = :leaseEnd
                        WHERE account IN (
                            SELECT account FROM open_payee WHERE provider = :provider AND ask_again_at <= :now
                            ORDER BY ask_again_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("leaseEnd", leaseEnd.atOffset(ZoneOffset.UTC))
                .param("provider", provider)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(OpenPayees::payee)
                .list();
    }

    /** The provider is to be asked then; at once, if there have been news since the account was taken. */
    void askAgain(OpenPayee payee, Instant then) {
        jdbc.sql("UPDATE open_payee SET ask_again_at = :then WHERE account = :account AND version = :version")
                .param("then", then.atOffset(ZoneOffset.UTC))
                .param("account", payee.account())
                .param("version", payee.version())
                .update();
    }

    /** The provider has news of this account; tells whether we know it. */
    public boolean news(String account, Instant now) {
        return jdbc.sql("""
                                UPDATE open_payee SET version = version + 1, attempts = 0, ask_again_at = :now
                                WHERE account = :account
                                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("account", account)
                        .update()
                > 0;
    }

    private Optional<OpenPayee> find(String account) {
        return jdbc.sql("SELECT * FROM open_payee WHERE account = :account")
                .param("account", account)
                .query(OpenPayees::payee)
                .optional();
    }

    private static OpenPayee payee(ResultSet row, int number) throws SQLException {
        return new OpenPayee(
                row.getString("account"),
                new EarningsId(row.getString("earnings_id")),
                row.getString("method"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                row.getLong("version"));
    }
}
