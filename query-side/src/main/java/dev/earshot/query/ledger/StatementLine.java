package dev.earshot.query.ledger;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.earshot.query.ledger.chart.Code;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * One line of an entry: one account, one currency, a debit or a credit. Amounts are minor units.
 *
 * @param position where the fact that posted it stands in the log
 * @param eventId the fact's own id
 * @param fact the kind of fact
 * @param at when it happened, in UTC
 * @param account the account's name in the chart
 * @param owner whose sub-account it is; empty where it is nobody's
 * @param balance what the sub-account stands at after this line, positive on the account's usual side
 */
@JsonPropertyOrder({
    "position",
    "eventId",
    "fact",
    "at",
    "account",
    "number",
    "owner",
    "currency",
    "debit",
    "credit",
    "balance"
})
record StatementLine(
        long position,
        String eventId,
        String fact,
        String at,
        Code account,
        int number,
        String owner,
        String currency,
        long debit,
        long credit,
        long balance) {
    /** The columns that a row must have to be one. */
    static final String COLUMNS =
            "line.position, line.event_id, fact.name AS fact, line.at, account.code, account.owner,"
                    + " account.currency, line.amount, line.balance";

    /** The names of the fields, in their order. */
    static final String[] NAMES = {
        "position", "eventId", "fact", "at", "account", "number", "owner", "currency", "debit", "credit", "balance"
    };

    /** The fields in the order of their names. */
    Object[] values() {
        return new Object[] {position, eventId, fact, at, account, number, owner, currency, debit, credit, balance};
    }

    static StatementLine of(ResultSet row, int rowNumber) throws SQLException {
        Code code = Code.numbered(row.getInt("code"));
        long amount = row.getLong("amount");
        return new StatementLine(
                row.getLong("position"),
                row.getString("event_id"),
                row.getString("fact"),
                row.getTimestamp("at").toInstant().toString(),
                code,
                code.number(),
                row.getString("owner"),
                row.getString("currency"),
                Math.max(0, amount),
                Math.max(0, -amount),
                code.kind().usual(row.getLong("balance")));
    }
}
