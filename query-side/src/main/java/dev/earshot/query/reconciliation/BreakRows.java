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
import java.util.ArrayList;
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
    private static final int PORTION = 500;
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

    /** All of them, portion by portion, however many, in constant memory. */
    void each(Choice choice, Consumer<List<BreakState>> then) {
        // Only in a transaction the database hands over rows in portions.
        transactions.executeWithoutResult(transaction -> {
            try (Stream<BreakState> all = chosen("SELECT * " + CHOSEN, choice, Long.MAX_VALUE)
                    .withFetchSize(PORTION)
                    .query(BreakRows::state)
                    .stream()) {
                List<BreakState> portion = new ArrayList<>(PORTION);
                all.forEach(found -> {
                    portion.add(found);
                    if (portion.size() == PORTION) {
                        then.accept(portion);
                        portion.clear();
                    }
                });
                then.accept(portion);
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
