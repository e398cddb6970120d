package dev.earshot.query.topup;

import dev.earshot.api.money.Money;
import dev.earshot.api.topup.TopUpDecline;
import dev.earshot.query.fold.Columns;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.Stored;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import dev.earshot.query.reversal.ReversalLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of top-ups. */
@Component
class TopUpRows implements Fold.Rows<TopUpState> {
    private static final TypeReference<List<ReversalLine>> LINES = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    TopUpRows(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Map<String, TopUpState> load(Collection<String> topUpIds) {
        Object ids = topUpIds.toArray(String[]::new);
        return jdbc
                .query(
                        "SELECT * FROM top_up_view JOIN unnest(?::text[]) AS wanted (top_up_id) USING (top_up_id)",
                        this::state,
                        ids)
                .stream()
                .collect(Collectors.toMap(topUp -> topUp.topUpId, Function.identity()));
    }

    @Override
    public void save(Collection<TopUpState> topUps) {
        // An answer to a request that was never made is no top-up.
        Columns.of(topUps.stream().filter(topUp -> topUp.amount != null).toList())
                .text(topUp -> topUp.topUpId)
                .text(topUp -> topUp.walletId)
                .number(topUp -> topUp.amount.minor())
                .text(topUp -> topUp.amount.currency().getCurrencyCode())
                .text(topUp -> topUp.method)
                .name(topUp -> topUp.status)
                .name(topUp -> topUp.reason)
                .instant(topUp -> topUp.requestedAt)
                .instant(topUp -> topUp.resolvedAt)
                .number(topUp -> topUp.requested)
                .text(topUp -> topUp.product)
                .number(topUp -> topUp.refunded)
                .number(topUp -> topUp.disputed)
                .number(topUp -> topUp.reversed)
                .text(topUp -> json.writeValueAsString(topUp.lines))
                .number(TopUpState::position)
                .into(jdbc, """
                        INSERT INTO top_up_view (top_up_id, wallet_id, amount, currency, method, status, reason,
                                                 requested_at, resolved_at, requested, product, refunded,
                                                 disputed, reversed, lines, position)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                                             ?::timestamptz[], ?::timestamptz[], ?::bigint[], ?::text[], ?::bigint[],
                                             ?::bigint[], ?::bigint[], ?::text[], ?::bigint[])
                        ON CONFLICT (top_up_id) DO UPDATE SET
                            status = excluded.status, reason = excluded.reason, resolved_at = excluded.resolved_at,
                            refunded = excluded.refunded, disputed = excluded.disputed, reversed = excluded.reversed,
                            lines = excluded.lines,
                            position = excluded.position
                        """);
    }

    Optional<TopUpState> find(String topUpId, String walletId) {
        return jdbc
                .query(
                        "SELECT * FROM top_up_view WHERE top_up_id = ? AND wallet_id = ?",
                        this::state,
                        topUpId,
                        walletId)
                .stream()
                .findAny();
    }

    Page<TopUpState> page(String walletId, PageRequest page, long before) {
        List<TopUpState> rows = jdbc.query(
                "SELECT * FROM top_up_view WHERE wallet_id = ? AND requested < ? ORDER BY requested DESC LIMIT ?",
                this::state,
                walletId,
                before,
                page.rows());
        return Page.of(rows, page, topUp -> Long.toString(topUp.requested));
    }

    /** One top-up, whoever's it is. */
    Optional<TopUpState> find(String topUpId) {
        return Optional.ofNullable(load(List.of(topUpId)).get(topUpId));
    }

    /** Those of all members of which anything has gone back, or to which another amount came, the newest first. */
    Page<TopUpState> conspicuous(PageRequest page, long before) {
        List<TopUpState> rows = jdbc.query(
                "SELECT * FROM top_up_view WHERE lines <> '[]' AND requested < ? ORDER BY requested DESC LIMIT ?",
                this::state,
                before,
                page.rows());
        return Page.of(rows, page, topUp -> Long.toString(topUp.requested));
    }

    void clear() {
        jdbc.execute("TRUNCATE top_up_view");
    }

    private TopUpState state(ResultSet row, int number) throws SQLException {
        var stored = new Stored(row);
        var topUp = new TopUpState(row.getString("top_up_id"), row.getLong("position"));
        topUp.walletId = row.getString("wallet_id");
        topUp.amount = Money.of(row.getLong("amount"), row.getString("currency"));
        topUp.product = row.getString("product");
        topUp.method = row.getString("method");
        topUp.status = stored.name("status", TopUpState.Status.class);
        topUp.reason = stored.name("reason", TopUpDecline.class);
        topUp.requestedAt = stored.instant("requested_at");
        topUp.resolvedAt = stored.instant("resolved_at");
        topUp.requested = row.getLong("requested");
        topUp.refunded = row.getLong("refunded");
        topUp.disputed = row.getLong("disputed");
        topUp.reversed = row.getLong("reversed");
        topUp.lines = json.readValue(row.getString("lines"), LINES);
        return topUp;
    }
}
