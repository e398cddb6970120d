package dev.earshot.query.ledger;

import dev.earshot.query.ledger.Balances.Known;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads lines: those of one account page by page, and those of one fact. */
@Component
class Lines {
    private final JdbcTemplate jdbc;

    Lines(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What was posted to a sub-account, the latest first. */
    Page<StatementLine> of(Known account, PageRequest page, long before) {
        List<StatementLine> lines = jdbc.query(
                "SELECT " + StatementLine.COLUMNS + """
                         FROM ledger_line AS line JOIN ledger_account AS account ON account.id = line.account
                             JOIN ledger_fact AS fact ON fact.id = line.fact
                        WHERE line.account = ? AND line.position < ? ORDER BY line.position DESC LIMIT ?
                        """, StatementLine::of, account.id(), before, page.rows());
        return Page.of(lines, page, line -> String.valueOf(line.position()));
    }

    /** What the fact at this position posted; nothing if it posted nothing. */
    List<StatementLine> of(long position) {
        return jdbc.query("SELECT " + StatementLine.COLUMNS + """
                         FROM ledger_line AS line JOIN ledger_account AS account ON account.id = line.account
                             JOIN ledger_fact AS fact ON fact.id = line.fact
                        WHERE line.position = ? ORDER BY line.amount < 0, account.code, account.id
                        """, StatementLine::of, position);
    }
}
