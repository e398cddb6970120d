package dev.earshot.query.wallet;

import dev.earshot.api.money.Money;
import dev.earshot.api.topup.TopUpDecline;
import dev.earshot.query.fold.Columns;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.Stored;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
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

/** The table of top-ups. */
@Component
class TopUpRows implements Fold.Rows<TopUpState> {
    private final JdbcTemplate jdbc;

    TopUpRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, TopUpState> load(Collection<String> topUpIds) {
        Object ids = topUpIds.toArray(String[]::new);
        return jdbc.query("SELECT * FROM top_up_view WHERE top_up_id = ANY (?)", TopUpRows::state, ids).stream()
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
                .number(TopUpState::position)
                .into(jdbc, """
                        INSERT INTO top_up_view (top_up_id, wallet_id, amount, currency, method, status, reason,
                                                 requested_at, resolved_at, requested, product,
                                                 position)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                                             ?::timestamptz[], ?::timestamptz[], ?::bigint[], ?::text[], ?::bigint[])
                        ON CONFLICT (top_up_id) DO UPDATE SET
                            status = excluded.status, reason = excluded.reason, resolved_at = excluded.resolved_at,
                            position = excluded.position
                        """);
    }

    Optional<TopUpState> find(String topUpId, String walletId) {
        return jdbc
                .query(
                        "SELECT * FROM top_up_view WHERE top_up_id = ? AND wallet_id = ?",
                        TopUpRows::state,
                        topUpId,
                        walletId)
                .stream()
                .findAny();
    }

    Page<TopUpState> page(String walletId, PageRequest page, long before) {
        List<TopUpState> rows = jdbc.query(
                "SELECT * FROM top_up_view WHERE wallet_id = ? AND requested < ? ORDER BY requested DESC LIMIT ?",
                TopUpRows::state,
                walletId,
                before,
                page.rows());
        return Page.of(rows, page, topUp -> Long.toString(topUp.requested));
    }

    void clear() {
        jdbc.execute("TRUNCATE top_up_view");
    }

    private static TopUpState state(ResultSet row, int number) throws SQLException {
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
        return topUp;
    }
}
