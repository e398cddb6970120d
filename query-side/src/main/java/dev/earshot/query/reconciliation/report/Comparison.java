package dev.earshot.query.reconciliation.report;

import dev.earshot.api.reconciliation.Movement;
import dev.earshot.platform.report.BalanceReports;
import dev.earshot.query.fold.Stored;
import dev.earshot.query.reconciliation.report.Compared.Known;
import dev.earshot.query.reconciliation.report.Compared.Told;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts two books side by side, thing by thing, in constant memory. What is looked at: whatever a report tells, whatever our log
 * knows of its time, and what is open from before. Of each of these all is taken that any report ever told.
 */
@Component
class Comparison {
    /** The upload of no report: only what is open is looked at. */
    static final long NO_UPLOAD = 0;

    private static final String SIDE_BY_SIDE = """
            WITH taken AS (
                SELECT upload, from_at, until_at FROM report
                WHERE provider = :provider AND (state = 'COMPARED' OR upload = :upload)),
            things AS (
                SELECT movement, reference, bool_or(own) AS own
                FROM (SELECT movement, reference, true AS own FROM report_line
                      WHERE upload = :upload AND movement <> ''
                      UNION ALL
                      SELECT m.movement, m.reference, true
                      FROM report r JOIN provider_movement m ON m.at BETWEEN r.from_at AND r.until_at
                      WHERE r.upload = :upload AND m.amount <> 0
                        AND EXISTS (SELECT FROM unnest(:names) AS n (name) WHERE starts_with(m.payment, n.name))
                      UNION ALL
                      SELECT movement, reference, false FROM break_view
                      WHERE provider = :provider AND state = 'OPEN' AND movement <> 'TALK') AS all_things
                GROUP BY movement, reference),
            lines AS (
                SELECT DISTINCT ON (l.line_id) l.*
                FROM report_line l JOIN things USING (movement, reference) JOIN taken USING (upload)
                WHERE l.provider = :provider
                ORDER BY l.line_id, l.upload DESC),
            told AS (
                SELECT movement, reference, sum(alike)::bigint AS lines, max(alike) AS most_alike,
                       sum(amount)::bigint AS amount, sum(fee)::bigint AS fee, sum(net)::bigint AS net,
                       bool_and(adds_up) AS adds_up,
                       min(least_currency) AS least_currency, max(most_currency) AS most_currency, min(at) AS at
                FROM (SELECT movement, reference, name, count(*) AS alike, sum(amount) AS amount, sum(fee) AS fee,
                             sum(net) AS net, bool_and(net = amount - fee) AS adds_up,
                             min(currency) AS least_currency, max(currency) AS most_currency, min(at) AS at
                      FROM lines GROUP BY movement, reference, name, sign(amount)) AS alikes
                GROUP BY movement, reference),
            known AS (
                SELECT movement, reference,
                       array_agg(amount ORDER BY m.at, position) AS amounts,
                       array_agg(currency ORDER BY m.at, position) AS currencies,
                       array_agg(m.at <= :settled AND EXISTS (
                               SELECT FROM taken WHERE m.at BETWEEN from_at AND until_at)
                           ORDER BY m.at, position) AS dues,
                       array_agg(m.at ORDER BY m.at, position) AS moments
                FROM provider_movement m JOIN things USING (movement, reference)
                WHERE m.amount <> 0
                GROUP BY movement, reference)
            """;
    private static final String EACH = """
            SELECT movement, reference, own, lines, most_alike, amount, fee, net, adds_up, least_currency, most_currency, at,
                   amounts, currencies, dues, moments
            FROM things LEFT JOIN told USING (movement, reference) LEFT JOIN known USING (movement, reference)
            """;
    private static final int PORTION = 1_000;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    Comparison(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Hands out thing by thing, in no order. */
    void each(BalanceReports books, long upload, Consumer<Compared> then) {
        Instant settled = latest(books.provider(), upload).minus(books.settles());
        // Only in a transaction the database hands over rows in portions.
        transactions.executeWithoutResult(transaction -> {
            try (Stream<Compared> things = jdbc
                    .sql(SIDE_BY_SIDE + EACH)
                    .withFetchSize(PORTION)
                    .param("provider", books.provider())
                    .param("upload", upload)
                    .param("names", books.namesBeginWith().toArray(String[]::new))
                    .param("settled", settled.atOffset(ZoneOffset.UTC))
                    .query(Comparison::compared)
                    .stream()) {
                things.forEach(then);
            }
        });
    }

    /** Until when their books are known. */
    private Instant latest(String provider, long upload) {
        return jdbc.sql("""
                        SELECT coalesce(max(until_at), 'epoch') FROM report
                        WHERE provider = :provider AND (state = 'COMPARED' OR upload = :upload)
                        """)
                .param("provider", provider)
                .param("upload", upload)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static Compared compared(ResultSet row, int number) throws SQLException {
        return new Compared(
                Movement.valueOf(row.getString("movement")),
                row.getString("reference"),
                row.getBoolean("own"),
                told(row),
                known(row));
    }

    private static Told told(ResultSet row) throws SQLException {
        long lines = row.getLong("lines");
        if (lines == 0) {
            return Told.NOTHING;
        }
        return new Told(
                lines,
                row.getLong("most_alike"),
                row.getLong("amount"),
                row.getLong("fee"),
                row.getLong("net"),
                row.getBoolean("adds_up"),
                Stream.of(row.getString("least_currency"), row.getString("most_currency"))
                        .distinct()
                        .toList(),
                new Stored(row).instant("at"));
    }

    private static List<Known> known(ResultSet row) throws SQLException {
        Array amounts = row.getArray("amounts");
        if (amounts == null) {
            return List.of();
        }
        Long[] all = (Long[]) amounts.getArray();
        String[] currencies = (String[]) row.getArray("currencies").getArray();
        Boolean[] dues = (Boolean[]) row.getArray("dues").getArray();
        Object[] moments = (Object[]) row.getArray("moments").getArray();
        List<Known> known = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            Instant at = ((Timestamp) moments[i]).toInstant();
            known.add(new Known(all[i], currencies[i], dues[i], at));
        }
        return known;
    }
}
