package dev.earshot.app.bench.ledger;

import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Books of any size, made by the database itself: each entry moves money from one of many members to our fees, a tenth of
 * a second after the one before; one of a hundred is told up to an hour late.
 */
record MadeLines(JdbcTemplate jdbc, long entries) {
    static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    static final int MEMBERS = 200_000;
    static final int MILLIS = 100;
    private static final int ENTRIES_OF_A_BLOCK = 2_048;

    void make() {
        jdbc.execute(
                "TRUNCATE ledger_account, ledger_fact, ledger_line, ledger_block, ledger_block_total, ledger_memory");
        jdbc.execute("DROP INDEX ledger_line_position, ledger_line_late");
        jdbc.execute("ALTER TABLE ledger_line DROP CONSTRAINT ledger_line_pkey");
        jdbc.execute("INSERT INTO ledger_fact VALUES (1, 'Made')");
        jdbc.execute("CREATE UNLOGGED TABLE made AS SELECT n AS position, 2 + (n * 7919) % " + MEMBERS + " AS member,"
                + " 1 + n % 100 AS amount, timestamptz '" + START + "' + n * interval '" + MILLIS + " milliseconds'"
                + " - (CASE WHEN n % 100 = 0 THEN (n * 31) % 3600 ELSE n % 3 END) * interval '1 second' AS at,"
                + " gen_random_uuid() AS event_id FROM generate_series(1::bigint, " + entries + ") AS n");
        makeBlocks();
        makeLines("amount", "sum(amount) OVER (PARTITION BY member ORDER BY position)", "member");
        makeLines("-amount", "-sum(amount) OVER (ORDER BY position)", "1");
        jdbc.execute("ALTER TABLE ledger_line ADD PRIMARY KEY (account, position)");
        jdbc.execute("CREATE INDEX ledger_line_position ON ledger_line (position)");
        jdbc.execute("CREATE INDEX ledger_line_late ON ledger_line (position) WHERE late");
        jdbc.execute("INSERT INTO ledger_account SELECT 1, 4010, '', 'USD', -sum(amount) FROM made");
        jdbc.execute("INSERT INTO ledger_account SELECT member, 2010, 'acc_b' || member, 'USD', sum(amount) FROM made"
                + " GROUP BY member");
        jdbc.execute("DROP TABLE made");
        jdbc.execute("VACUUM ANALYZE ledger_line");
        jdbc.execute("ANALYZE ledger_account");
        jdbc.execute("ANALYZE ledger_block");
        jdbc.execute("ANALYZE ledger_block_total");
    }

    private void makeLines(String amount, String balance, String account) {
        jdbc.execute("INSERT INTO ledger_line (position, at, amount, balance, event_id, account, fact, late)"
                + " SELECT position, at, " + amount + ", " + balance + ", event_id, " + account + ", 1,"
                + " coalesce(at < before.reached, false) FROM made LEFT JOIN ledger_block AS before"
                + " ON before.number = (position - 1) / " + ENTRIES_OF_A_BLOCK);
    }

    private void makeBlocks() {
        String number = "1 + (position - 1) / " + ENTRIES_OF_A_BLOCK;
        jdbc.execute("INSERT INTO ledger_block SELECT number, first, last, lines, min_at, max_at,"
                + " max(max_at) OVER (ORDER BY number) FROM (SELECT " + number + " AS number, min(position) AS first,"
                + " max(position) AS last, 2 * count(*) AS lines, min(at) AS min_at, max(at) AS max_at FROM made"
                + " GROUP BY 1) AS blocks");
        jdbc.execute("INSERT INTO ledger_block_total SELECT number, code, 'USD',"
                + " sign * sum(change) OVER (PARTITION BY code ORDER BY number), sign * change"
                + " FROM (SELECT " + number + " AS number, sum(amount) AS change FROM made GROUP BY 1) AS blocks,"
                + " (VALUES (2010, 1), (4010, -1)) AS sides (code, sign)");
    }
}
