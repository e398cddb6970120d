package dev.earshot.query.ledger;

import dev.earshot.query.ledger.chart.Code;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What accounts stood at, at any moment. A moment of the log is a block boundary and the lines behind it. A moment in time
 * is the last boundary up to which everything is as old or older, the old lines of the next block, and of those behind it,
 * which have all been told after something younger, the late lines that are old. Each question is one statement, so it sees one state of the books.
 */
@Component
class Balances {
    private static final String TOTALS_NOW = """
            SELECT code, currency, total AS amount FROM ledger_block_total
            WHERE block = (SELECT max(number) FROM ledger_block)
            """;

    private static final String TOTALS_AT_POSITION = """
            WITH asked AS (SELECT ?::bigint AS position),
                 base AS MATERIALIZED (SELECT number, last FROM ledger_block
                                       WHERE last <= (SELECT position FROM asked) ORDER BY last DESC LIMIT 1),
                 later AS (SELECT account, sum(amount) AS amount FROM ledger_line
                           WHERE position > coalesce((SELECT last FROM base), 0) AND position <= (SELECT position FROM asked)
                           GROUP BY account)
            SELECT code, currency, sum(amount)::bigint AS amount FROM (
                SELECT code, currency, total AS amount FROM ledger_block_total WHERE block = (SELECT number FROM base)
                UNION ALL
                SELECT owned.code, owned.currency, later.amount FROM later CROSS JOIN LATERAL
                    (SELECT code, currency FROM ledger_account WHERE id = later.account OFFSET 0) AS owned
            ) AS parts GROUP BY code, currency
            """;

    private static final String NEAR = """
            WITH asked AS (SELECT ?::timestamptz AS at),
                 base AS MATERIALIZED (SELECT number, last FROM ledger_block
                                       WHERE reached <= (SELECT at FROM asked) ORDER BY reached DESC, number DESC LIMIT 1),
                 near AS MATERIALIZED (SELECT number, first, last, max_at <= (SELECT at FROM asked) AS whole,
                                          number = coalesce((SELECT number FROM base), 0) + 1 AS next FROM ledger_block
                                       WHERE number > coalesce((SELECT number FROM base), 0)
                                         AND min_at <= (SELECT at FROM asked))
            """;

    private static final String TOTALS_AT_TIME = NEAR + """
            , old AS (SELECT line.* FROM near CROSS JOIN LATERAL
                          (SELECT account, amount FROM ledger_line WHERE position BETWEEN near.first AND near.last
                           AND at <= (SELECT at FROM asked) OFFSET 0) AS line
                      WHERE near.next
                      UNION ALL
                      SELECT line.* FROM near CROSS JOIN LATERAL
                          (SELECT account, amount FROM ledger_line WHERE position BETWEEN near.first AND near.last
                           AND late AND at <= (SELECT at FROM asked) OFFSET 0) AS line
                      WHERE NOT near.next AND NOT near.whole),
                 later AS (SELECT account, sum(amount) AS amount FROM old GROUP BY account)
            SELECT code, currency, sum(amount)::bigint AS amount FROM (
                SELECT code, currency, total AS amount FROM ledger_block_total WHERE block = (SELECT number FROM base)
                UNION ALL
                SELECT code, currency, change FROM near JOIN ledger_block_total ON block = number WHERE whole
                UNION ALL
                SELECT owned.code, owned.currency, later.amount FROM later CROSS JOIN LATERAL
                    (SELECT code, currency FROM ledger_account WHERE id = later.account OFFSET 0) AS owned
            ) AS parts GROUP BY code, currency
            """;

    private static final String AT_POSITION = """
            SELECT coalesce((SELECT balance FROM ledger_line WHERE account = ? AND position <= ?
                             ORDER BY position DESC LIMIT 1), 0)
            """;

    private static final String AT_TIME = NEAR + """
            SELECT coalesce((SELECT balance FROM ledger_line
                             WHERE account = ? AND position <= (SELECT last FROM base) ORDER BY position DESC LIMIT 1), 0)
                 + coalesce((SELECT sum(line.amount) FROM near CROSS JOIN LATERAL
                                (SELECT amount FROM ledger_line WHERE account = ? AND position BETWEEN near.first AND near.last
                                 AND at <= (SELECT at FROM asked) OFFSET 0) AS line
                             WHERE near.next OR near.whole), 0)::bigint
                 + coalesce((SELECT sum(line.amount) FROM near CROSS JOIN LATERAL
                                (SELECT account, amount FROM ledger_line WHERE position BETWEEN near.first AND near.last
                                 AND late AND at <= (SELECT at FROM asked) OFFSET 0) AS line
                             WHERE line.account = ? AND NOT near.next AND NOT near.whole), 0)::bigint
            """;

    private final JdbcTemplate jdbc;

    Balances(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param amount debits less credits, minor units */
    record Total(Code code, String currency, long amount) {}

    /** A sub-account under its short id. */
    record Known(int id, String currency, long balance) {}

    /** What all accounts of the chart stood at, those at zero perhaps left out; by number and currency. */
    List<Total> totals(Moment moment) {
        List<Total> totals = moment.at()
                .map(at -> jdbc.query(TOTALS_AT_TIME, Balances::total, Timestamp.from(at)))
                .or(() -> moment.position().map(position -> jdbc.query(TOTALS_AT_POSITION, Balances::total, position)))
                .orElseGet(() -> jdbc.query(TOTALS_NOW, Balances::total));
        return totals.stream()
                .sorted((one, other) -> one.code() == other.code()
                        ? one.currency().compareTo(other.currency())
                        : one.code().compareTo(other.code()))
                .toList();
    }

    /** What one sub-account stood at, debits less credits. */
    long balance(Known account, Moment moment) {
        return moment.at()
                .map(at -> jdbc.queryForObject(
                        AT_TIME, Long.class, Timestamp.from(at), account.id(), account.id(), account.id()))
                .or(() -> moment.position()
                        .map(position -> jdbc.queryForObject(AT_POSITION, Long.class, account.id(), position)))
                .orElse(account.balance());
    }

    /** The sub-accounts of this owner, one for each currency in which anything was ever posted there. */
    List<Known> accounts(Code code, String owner) {
        return jdbc.query(
                "SELECT id, currency, balance FROM ledger_account WHERE owner = ? AND code = ? ORDER BY currency",
                (row, number) -> new Known(row.getInt("id"), row.getString("currency"), row.getLong("balance")),
                owner,
                code.number());
    }

    /** The time of the earliest fact that was posted; empty while there is none. */
    List<Instant> beginning() {
        return jdbc.query(
                "SELECT min_at FROM ledger_block ORDER BY min_at LIMIT 1",
                (row, number) -> row.getTimestamp("min_at").toInstant());
    }

    private static Total total(ResultSet row, int number) throws SQLException {
        return new Total(Code.numbered(row.getInt("code")), row.getString("currency"), row.getLong("amount"));
    }
}
