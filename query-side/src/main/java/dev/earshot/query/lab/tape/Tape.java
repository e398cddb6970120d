package dev.earshot.query.lab.tape;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.WalletId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tape, to be played. It is read wallet by wallet through one cursor, so that it takes no more memory than the largest
 * wallet, and is as it stood when reading began.
 */
@Component
public class Tape {
    private static final int FETCH = 2_000;

    private final JdbcTemplate cursor;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;
    private final Words words;
    private final JsonMapper json;
    private final Body body;

    Tape(JdbcTemplate jdbc, PlatformTransactionManager transactions, Words words, JsonMapper json) {
        this.jdbc = jdbc;
        this.cursor = new JdbcTemplate(jdbc.getDataSource());
        this.cursor.setFetchSize(FETCH);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.words = words;
        this.json = json;
        this.body = new Body(json);
    }

    /** How many calls there are on it. */
    public long calls() {
        return jdbc.queryForObject(
                "SELECT (SELECT count(*) FROM lab_tape WHERE get_byte(body, 0) = 0) + (SELECT count(*) FROM lab_open_call)",
                Long.class);
    }

    /**
     * Hands over the wallets one after the other, in an order that never changes.
     *
     * @return the last place of the log that is on the tape
     */
    public long read(Consumer<Strip> strips) {
        return reading.execute(transaction -> {
            long end = jdbc.queryForObject("SELECT position FROM lab_end", Long.class);
            play(strips);
            return end;
        });
    }

    private void play(Consumer<Strip> strips) {
        Wallets wallets = new Wallets(strips);
        cursor.query("""
                SELECT tape.wallet, lab_word.word, tape.position, tape.body
                FROM (SELECT wallet, position, body FROM lab_tape
                      UNION ALL SELECT wallet, position, body FROM lab_open_call) AS tape
                JOIN lab_word ON lab_word.number = tape.wallet
                ORDER BY tape.wallet, tape.position""", wallets::on);
        wallets.end();
    }

    /** What came to a wallet from outside. */
    public List<Strip.Came> facts(Strip strip) {
        WalletId wallet = WalletId.of(strip.member());
        List<Strip.Came> facts = new ArrayList<>();
        for (Strip.Row row : strip.rows()) {
            if (!row.isCall()) {
                facts.add(new Strip.Came(row.position(), body.fact(row.body(), wallet)));
            }
        }
        return facts;
    }

    /** What the numbers on it mean. Numbers change when it is rebuilt, so each reading asks anew. */
    public Vocabulary vocabulary() {
        return new Vocabulary(words, json);
    }

    /** Gathers the rows of one wallet after the other. */
    private static final class Wallets {
        private final Consumer<Strip> strips;
        private long wallet = -1;
        private String member = "";
        private List<Strip.Row> rows = new ArrayList<>();

        Wallets(Consumer<Strip> strips) {
            this.strips = strips;
        }

        void on(ResultSet row) throws SQLException {
            if (row.getLong(1) != wallet) {
                end();
                wallet = row.getLong(1);
                member = row.getString(2);
                rows = new ArrayList<>();
            }
            rows.add(new Strip.Row(row.getLong(3), row.getBytes(4)));
        }

        void end() {
            if (!rows.isEmpty()) {
                strips.accept(new Strip(new AccountId(member), rows));
            }
        }
    }
}
