package dev.earshot.query.ledger;

import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.web.Download;
import dev.earshot.query.ledger.book.LedgerSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends lines while they are read: a cursor of the database hands out a thousand at a time, and a client that goes away
 * ends it. How many lines will come is told beforehand, so whoever got fewer knows.
 */
@Component
class Export {
    static final String LINES = "Earshot-Lines";
    private static final int AT_ONCE = 1_000;
    private static final String FROM = """
             FROM ledger_line AS line JOIN ledger_account AS account ON account.id = line.account
                JOIN ledger_fact AS fact ON fact.id = line.fact
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;
    private final Semaphore free;

    Export(DataSource database, PlatformTransactionManager transactions, LedgerSettings settings) {
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setFetchSize(AT_ONCE);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.free = new Semaphore(settings.exports());
    }

    /** Which lines, in the order of the log; {@code where} speaks of {@code line}. */
    record Choice(String where, Object... parameters) {}

    void send(Choice chosen, Format format, String name, HttpServletResponse response) throws Refused {
        if (!free.tryAcquire()) {
            throw LedgerRefusal.LEDGER_EXPORTS_BUSY.of("others are exporting at this moment; try again in a while");
        }
        try {
            reading.executeWithoutResult(status -> write(chosen, format, name, response));
        } finally {
            free.release();
        }
    }

    private void write(Choice chosen, Format format, String name, HttpServletResponse response) {
        Long lines = jdbc.queryForObject(
                "SELECT count(*) FROM ledger_line AS line WHERE " + chosen.where(), Long.class, chosen.parameters());
        response.setHeader(LINES, String.valueOf(lines));
        Download.send(response, format.mediaType(), name + "." + format.suffix(), out -> {
            Format.Sheet sheet = format.onto(out);
            jdbc.query(
                    "SELECT " + StatementLine.COLUMNS + FROM + " WHERE " + chosen.where()
                            + " ORDER BY line.position, line.account",
                    (RowCallbackHandler) row -> add(sheet, StatementLine.of(row, 0)),
                    chosen.parameters());
        });
    }

    private static void add(Format.Sheet sheet, StatementLine line) {
        try {
            sheet.add(line);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
