package dev.earshot.query.ledger.book;

import dev.earshot.query.fold.Columns;
import dev.earshot.query.ledger.chart.Account;
import dev.earshot.query.ledger.chart.Code;
import dev.earshot.query.ledger.entry.Memory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tables of the books, as batches of facts read and write them. */
@Component
class BookRows {
    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    BookRows(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void clear() {
        jdbc.execute(
                "TRUNCATE ledger_account, ledger_fact, ledger_line, ledger_block, ledger_block_total, ledger_memory");
    }

    /** The block that still grows. */
    Block lastBlock() {
        List<Block> last = jdbc.query("""
                SELECT *, (SELECT reached FROM ledger_block AS before WHERE before.number = last.number - 1) AS reached_before
                FROM ledger_block AS last ORDER BY number DESC LIMIT 1
                """, (row, number) -> block(row));
        return last.isEmpty() ? Block.none() : last.get(0);
    }

    private Block block(ResultSet row) throws SQLException {
        Map<Block.Key, Long> before = new HashMap<>();
        Map<Block.Key, Long> changes = new HashMap<>();
        jdbc.query(
                "SELECT * FROM ledger_block_total WHERE block = ?",
                total -> {
                    var key = new Block.Key(Code.numbered(total.getInt("code")), total.getString("currency"));
                    before.put(key, total.getLong("total") - total.getLong("change"));
                    changes.put(key, total.getLong("change"));
                },
                row.getInt("number"));
        Timestamp reachedBefore = row.getTimestamp("reached_before");
        return new Block(
                row.getInt("number"),
                row.getLong("first"),
                row.getLong("last"),
                row.getInt("lines"),
                row.getTimestamp("min_at").toInstant(),
                row.getTimestamp("max_at").toInstant(),
                row.getTimestamp("reached").toInstant(),
                reachedBefore == null ? Instant.MIN : reachedBefore.toInstant(),
                before,
                changes);
    }

    void saveBlocks(List<Block> blocks) {
        Columns.of(blocks)
                .number(Block::number)
                .number(Block::first)
                .number(Block::last)
                .number(Block::lines)
                .instant(Block::minAt)
                .instant(Block::maxAt)
                .instant(Block::reached)
                .into(jdbc, """
                        INSERT INTO ledger_block (number, first, last, lines, min_at, max_at, reached)
                        SELECT * FROM unnest(?::integer[], ?::bigint[], ?::bigint[], ?::integer[], ?::timestamptz[],
                                             ?::timestamptz[], ?::timestamptz[])
                        ON CONFLICT (number) DO UPDATE SET
                            last = excluded.last, lines = excluded.lines, min_at = excluded.min_at,
                            max_at = excluded.max_at, reached = excluded.reached
                        """);
        Columns.of(blocks.stream()
                        .flatMap(block -> StreamSupport.stream(block.rows().spliterator(), false))
                        .toList())
                .number(Block.Total::block)
                .number(total -> total.of().code().number())
                .text(total -> total.of().currency())
                .number(Block.Total::total)
                .number(Block.Total::change)
                .into(jdbc, """
                        INSERT INTO ledger_block_total (block, code, currency, total, change)
                        SELECT * FROM unnest(?::integer[], ?::smallint[], ?::text[], ?::bigint[], ?::bigint[])
                        ON CONFLICT (block, code, currency) DO UPDATE SET total = excluded.total, change = excluded.change
                        """);
    }

    /** These sub-accounts, as far as there are any yet. */
    Accounts accounts(Set<Account> accounts) {
        Integer ids = jdbc.queryForObject("SELECT coalesce(max(id), 0) FROM ledger_account", Integer.class);
        List<AccountRow> known = jdbc.query(
                """
                SELECT * FROM ledger_account JOIN unnest(?::text[], ?::smallint[], ?::text[]) AS wanted (owner, code, currency)
                    USING (owner, code, currency)
                """,
                (row, number) -> new AccountRow(
                        row.getInt("id"),
                        new Account(
                                Code.numbered(row.getInt("code")), row.getString("owner"), row.getString("currency")),
                        row.getLong("balance")),
                accounts.stream().map(Account::owner).toArray(String[]::new),
                accounts.stream().map(account -> account.code().number()).toArray(Integer[]::new),
                accounts.stream().map(Account::currency).toArray(String[]::new));
        return new Accounts(ids, known);
    }

    void save(Collection<AccountRow> accounts) {
        Columns.of(accounts)
                .number(AccountRow::id)
                .number(row -> row.account().code().number())
                .text(row -> row.account().owner())
                .text(row -> row.account().currency())
                .number(AccountRow::balance)
                .into(jdbc, """
                        INSERT INTO ledger_account (id, code, owner, currency, balance)
                        SELECT * FROM unnest(?::integer[], ?::smallint[], ?::text[], ?::text[], ?::bigint[])
                        ON CONFLICT (id) DO UPDATE SET balance = excluded.balance
                        """);
    }

    void saveLines(List<LineRow> lines) {
        Map<String, Integer> facts = facts(lines);
        Columns.of(lines)
                .number(line -> line.where().position())
                .instant(LineRow::at)
                .number(LineRow::amount)
                .number(LineRow::balance)
                .text(line -> line.where().eventId())
                .number(LineRow::account)
                .number(line -> facts.get(line.fact()))
                .flag(LineRow::late)
                .into(jdbc, """
                        INSERT INTO ledger_line (position, at, amount, balance, event_id, account, fact, late)
                        SELECT * FROM unnest(?::bigint[], ?::timestamptz[], ?::bigint[], ?::bigint[], ?::uuid[], ?::integer[],
                                             ?::smallint[], ?::boolean[])
                        """);
    }

    /** The ids of the kinds of facts. */
    private Map<String, Integer> facts(List<LineRow> lines) {
        Map<String, Integer> ids = new HashMap<>();
        jdbc.query("SELECT * FROM ledger_fact", row -> {
            ids.put(row.getString("name"), row.getInt("id"));
        });
        List<String> fresh = lines.stream()
                .map(LineRow::fact)
                .distinct()
                .filter(fact -> !ids.containsKey(fact))
                .toList();
        fresh.forEach(fact -> ids.put(fact, ids.size() + 1));
        Columns.of(fresh)
                .number(ids::get)
                .text(fact -> fact)
                .into(jdbc, "INSERT INTO ledger_fact (id, name) SELECT * FROM unnest(?::smallint[], ?::text[])");
        return ids;
    }

    /** What is remembered under these names. */
    Map<String, Memory> memories(Set<String> keys) {
        Map<String, Memory> known = new HashMap<>();
        jdbc.query(
                "SELECT * FROM ledger_memory JOIN unnest(?::text[]) AS wanted (key) USING (key)",
                row -> {
                    Class<? extends Memory> kind = Memory.kindNamed(row.getString("kind"));
                    known.put(row.getString("key"), json.readValue(row.getString("body"), kind));
                },
                (Object) keys.toArray(String[]::new));
        return known;
    }

    void save(Map<String, Memory> memories) {
        Columns.of(memories.entrySet().stream()
                        .filter(memory -> memory.getValue().isNothing())
                        .map(Map.Entry::getKey)
                        .toList())
                .text(key -> key)
                .into(
                        jdbc,
                        "DELETE FROM ledger_memory USING unnest(?::text[]) AS done (key) WHERE ledger_memory.key = done.key");
        Columns.of(memories.entrySet().stream()
                        .filter(memory -> !memory.getValue().isNothing())
                        .toList())
                .text(Map.Entry::getKey)
                .text(memory -> memory.getValue().getClass().getSimpleName())
                .text(memory -> json.writeValueAsString(memory.getValue()))
                .into(jdbc, """
                        INSERT INTO ledger_memory (key, kind, body) SELECT * FROM unnest(?::text[], ?::text[], ?::text[])
                        ON CONFLICT (key) DO UPDATE SET body = excluded.body
                        """);
    }
}
