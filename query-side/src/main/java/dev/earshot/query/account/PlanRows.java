package dev.earshot.query.account;

import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.query.fold.Columns;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of accounts' plans. */
@Component
class PlanRows implements Fold.Rows<PlanState> {
    private final JdbcTemplate jdbc;

    PlanRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, PlanState> load(Collection<String> accountIds) {
        Object ids = accountIds.toArray(String[]::new);
        return jdbc
                .query(
                        "SELECT * FROM account_plan JOIN unnest(?::text[]) AS wanted (account_id) USING (account_id)",
                        PlanRows::state,
                        ids)
                .stream()
                .collect(Collectors.toMap(plan -> plan.accountId, Function.identity()));
    }

    @Override
    public void save(Collection<PlanState> plans) {
        Columns.of(plans)
                .text(plan -> plan.accountId)
                .name(plan -> plan.version)
                .text(plan -> Boolean.toString(plan.cashOverflow))
                .text(plan -> plan.zone)
                .number(PlanState::position)
                .into(jdbc, """
                        INSERT INTO account_plan (account_id, version, cash_overflow, zone, position)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::boolean[], ?::text[], ?::bigint[])
                        ON CONFLICT (account_id) DO UPDATE SET
                            version = excluded.version, cash_overflow = excluded.cash_overflow, zone = excluded.zone,
                            position = excluded.position
                        """);
    }

    void clear() {
        jdbc.execute("TRUNCATE account_plan");
    }

    private static PlanState state(ResultSet row, int number) throws SQLException {
        var plan = new PlanState(row.getString("account_id"), row.getLong("position"));
        plan.version = new Stored(row).name("version", PlanVersion.class);
        plan.cashOverflow = row.getBoolean("cash_overflow");
        plan.zone = row.getString("zone");
        return plan;
    }
}
