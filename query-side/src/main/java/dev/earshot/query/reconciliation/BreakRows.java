package dev.earshot.query.reconciliation;

import dev.earshot.api.reconciliation.BreakKind;
import dev.earshot.api.reconciliation.Figure;
import dev.earshot.api.reconciliation.Finding;
import dev.earshot.api.reconciliation.Movement;
import dev.earshot.api.reconciliation.ResolveReason;
import dev.earshot.query.fold.Columns;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.Stored;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The table of breaks. */
@Component
class BreakRows implements Fold.Rows<BreakState> {
    private static final String CHOSEN = """
            FROM break_view
            WHERE found < :before AND open_since <= :foundUntil
              AND (:state = '' OR state = :state) AND (:kind = '' OR kind = :kind)
              AND (:provider = '' OR provider = :provider)
            ORDER BY found DESC
            """;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final TransactionOperations transactions;

    BreakRows(JdbcTemplate jdbc, JdbcClient client, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.client = client;
        this.transactions = transactions;
    }

    /**
     * Which breaks are asked for.
     *
     * @param foundUntil only those that are open since then or longer
     */
    record Choice(
            Optional<BreakState.State> state,
            Optional<BreakKind> kind,
            Optional<String> provider,
            Instant foundUntil) {}

    @Override
    public Map<String, BreakState> load(Collection<String> ids) {
        Object all = ids.toArray(String[]::new);
        return jdbc.query("SELECT * FROM break_view WHERE break_id = ANY (?)", BreakRows::state, all).stream()
                .collect(Collectors.toMap(found -> found.breakId, Function.identity()));
    }

    @Override
    public void save(Collection<BreakState> breaks) {
        Columns.of(breaks)
                .text(found -> found.breakId)
                .text(found -> found.finding.provider())
                .name(found -> found.finding.kind())
                .name(found -> found.finding.movement())
                .text(found -> found.finding.reference())
                .number(found -> found.finding.told().amount())
                .text(found -> found.finding.told().unit())
                .number(found -> found.finding.known().amount())
                .text(found -> found.finding.known().unit())
                .instant(found -> found.finding.at())
                .text(found -> found.source)
                .name(found -> found.state)
                .instant(found -> found.openSince)
                .instant(found -> found.endedAt)
                .text(found -> found.resolvedBy)
                .name(found -> found.reason)
                .text(found -> found.note)
                .number(found -> found.found)
                .number(BreakState::position)
                .into(jdbc, """
                        INSERT INTO break_view
                        SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                                             ?::bigint[], ?::text[], ?::timestamptz[], ?::text[], ?::text[],
                                             ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::text[],
                                             ?::bigint[], ?::bigint[])
                        ON CONFLICT (break_id) DO UPDATE SET
                            told = excluded.told, told_unit = excluded.told_unit, known = excluded.known,
                            known_unit = excluded.known_unit, at = excluded.at, source = excluded.source,
                            state = excluded.state, open_since = excluded.open_since, ended_at = excluded.ended_at,
                            resolved_by = excluded.resolved_by, reason = excluded.reason, note = excluded.note,
                            position = excluded.position
                        """);
    }

    void clear() {
        jdbc.execute("TRUNCATE break_view");
    }

    Optional<BreakState> find(String breakId) {
        return client.sql("SELECT * FROM break_view WHERE break_id = :id")
                .param("id", breakId)
                .query(BreakRows::state)
                .optional();
    }

    Page<BreakState> page(Choice choice, PageRequest page, long before) {
        var rows = chosen("SELECT * " + CHOSEN + " LIMIT :rows", choice, before)
                .param("rows", page.rows())
                .query(BreakRows::state)
                .list();
        return Page.of(rows, page, found -> Long.toString(found.found));
    }

    /** All of them, however many, in constant memory. */
    void each(Choice choice, Consumer<BreakState> then) {
        // Only in a transaction the database hands over rows in portions.
        transactions.executeWithoutResult(transaction -> {
            try (Stream<BreakState> all = chosen("SELECT * " + CHOSEN, choice, Long.MAX_VALUE)
                    .withFetchSize(1_000)
                    .query(BreakRows::state)
                    .stream()) {
                all.forEach(then);
            }
        });
    }

    private JdbcClient.StatementSpec chosen(String sql, Choice choice, long before) {
        return client.sql(sql)
                .param("before", before)
                .param("foundUntil", choice.foundUntil().atOffset(ZoneOffset.UTC))
                .param("state", choice.state().map(Enum::name).orElse(""))
                .param("kind", choice.kind().map(Enum::name).orElse(""))
                .param("provider", choice.provider().orElse(""));
    }

    /**
     * How many breaks are open, how long.
     *
     * @param days 0 for less than a day, 1 for a day or more, then 3, 7 and 30
     */
    record Age(String provider, BreakKind kind, int days, long number, Instant oldest) {}

    List<Age> ages(Instant now) {
        return client.sql("""
                        SELECT provider, kind, days, count(*) AS number, min(open_since) AS oldest
                        FROM (SELECT *, CASE WHEN age >= interval '30 days' THEN 30 WHEN age >= interval '7 days' THEN 7
                                             WHEN age >= interval '3 days' THEN 3 WHEN age >= interval '1 day' THEN 1
                                             ELSE 0 END AS days
                              FROM (SELECT *, CAST(:now AS timestamptz) - open_since AS age
                                    FROM break_view WHERE state = 'OPEN') AS open) AS aged
                        GROUP BY provider, kind, days ORDER BY provider, kind, days
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Age(
                        row.getString("provider"),
                        BreakKind.valueOf(row.getString("kind")),
                        row.getInt("days"),
                        row.getLong("number"),
                        new Stored(row).instant("oldest")))
                .list();
    }

    /** What both books have to say about it, in the order in which it happened. */
    record Evidence(String side, String name, long amount, String unit, Instant at) {}

    List<Evidence> evidence(Finding finding) {
        return client.sql("""
                        SELECT * FROM (
                            SELECT DISTINCT ON (line_id) 'THEM' AS side, line_id AS name, amount, currency AS unit, at
                            FROM report_line l JOIN report r USING (upload)
                            WHERE l.provider = :provider AND movement = :movement AND reference = :reference
                              AND r.state <> 'SET_ASIDE'
                            ORDER BY line_id, upload DESC) AS told
                        UNION ALL
                        SELECT 'US', entry, amount, currency, at FROM provider_movement
                        WHERE movement = :movement AND reference = :reference AND amount <> 0
                        UNION ALL
                        SELECT 'US', 'billed', billed, 'SECONDS', ended_at FROM call_talk
                        WHERE :movement = 'TALK' AND call_id = :reference AND billed IS NOT NULL
                        UNION ALL
                        SELECT 'THEM', measured_by, measured / 1000, 'SECONDS', ended_at FROM call_talk
                        WHERE :movement = 'TALK' AND call_id = :reference AND measured IS NOT NULL
                        ORDER BY at, side, name LIMIT 200
                        """)
                .param("provider", finding.provider())
                .param("movement", finding.movement().name())
                .param("reference", finding.reference())
                .query((row, number) -> new Evidence(
                        row.getString("side"),
                        row.getString("name"),
                        row.getLong("amount"),
                        row.getString("unit"),
                        new Stored(row).instant("at")))
                .list();
    }

    private static BreakState state(ResultSet row, int number) throws SQLException {
        var stored = new Stored(row);
        var found = new BreakState(row.getString("break_id"), row.getLong("position"));
        found.finding = new Finding(
                row.getString("provider"),
                stored.name("kind", BreakKind.class),
                stored.name("movement", Movement.class),
                row.getString("reference"),
                new Figure(row.getLong("told"), row.getString("told_unit")),
                new Figure(row.getLong("known"), row.getString("known_unit")),
                stored.instant("at"));
        found.source = row.getString("source");
        found.state = stored.name("state", BreakState.State.class);
        found.openSince = stored.instant("open_since");
        found.endedAt = stored.instant("ended_at");
        found.resolvedBy = row.getString("resolved_by");
        found.reason = stored.name("reason", ResolveReason.class);
        found.note = row.getString("note");
        found.found = row.getLong("found");
        return found;
    }
}
