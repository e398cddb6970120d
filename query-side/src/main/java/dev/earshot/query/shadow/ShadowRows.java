package dev.earshot.query.shadow;

import dev.earshot.api.id.ListenerId;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.simulation.Candidate;
import dev.earshot.query.fold.Columns;
import dev.earshot.query.fold.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tables of shadow plans, of the calls that run beside them, and of their sums. */
@Component
class ShadowRows {
    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    ShadowRows(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Total(Key key, Sums sums) {}

    List<Plan> plans() {
        return jdbc.query("SELECT * FROM shadow_plan ORDER BY name", this::plan);
    }

    List<ShadowCall> calls(Collection<String> callIds) {
        Object ids = callIds.toArray(String[]::new);
        return jdbc.query("SELECT * FROM shadow_call WHERE call_id = ANY (?)", this::call, ids);
    }

    List<Total> totals(String name) {
        return jdbc.query(
                "SELECT * FROM shadow_total WHERE name = ? ORDER BY currency, day, version", ShadowRows::total, name);
    }

    void save(Shadows shadows) {
        Object anew = shadows.begunAnew().toArray(String[]::new);
        jdbc.update("DELETE FROM shadow_total WHERE name = ANY (?)", anew);
        save(shadows.changedPlans());
        begin(shadows.begun());
        Object settled = shadows.settled().toArray(String[]::new);
        jdbc.update("DELETE FROM shadow_call WHERE call_id = ANY (?)", settled);
        add(shadows.sums());
    }

    void clear() {
        jdbc.execute("TRUNCATE shadow_plan, shadow_call, shadow_total");
    }

    private void save(Collection<Plan> plans) {
        Columns.of(plans)
                .text(plan -> plan.candidate().name())
                .text(plan -> json.writeValueAsString(plan.candidate()))
                .text(Plan::startedBy)
                .instant(Plan::startedAt)
                .number(Plan::started)
                .text(Plan::stoppedBy)
                .instant(Plan::stoppedAt)
                .into(jdbc, """
                        INSERT INTO shadow_plan (name, candidate, started_by, started_at, started, stopped_by, stopped_at)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::bigint[], ?::text[],
                                             ?::timestamptz[])
                        ON CONFLICT (name) DO UPDATE SET
                            candidate = excluded.candidate, started_by = excluded.started_by,
                            started_at = excluded.started_at, started = excluded.started, stopped_by = excluded.stopped_by,
                            stopped_at = excluded.stopped_at
                        """);
    }

    private void begin(Collection<ShadowCall> calls) {
        Columns.of(calls)
                .text(ShadowCall::callId)
                .text(call -> call.listener().value())
                .text(call -> json.writeValueAsString(call.terms()))
                .instant(ShadowCall::requestedAt)
                .number(ShadowCall::position)
                .into(jdbc, """
                        INSERT INTO shadow_call (call_id, listener_id, terms, requested_at, position)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::bigint[])
                        ON CONFLICT DO NOTHING
                        """);
    }

    private void add(Map<Key, Sums> sums) {
        List<Total> totals = sums.entrySet().stream()
                .map(entry -> new Total(entry.getKey(), entry.getValue()))
                .toList();
        Columns.of(totals)
                .text(total -> total.key().name())
                .text(total -> total.key().day().toString())
                .name(total -> total.key().version())
                .text(total -> total.key().currency())
                .number(total -> total.sums().calls())
                .number(total -> total.sums().seconds())
                .number(total -> total.sums().charged())
                .number(total -> total.sums().wouldCharge())
                .number(total -> total.sums().fee())
                .number(total -> total.sums().wouldFee())
                .number(total -> total.sums().earned())
                .number(total -> total.sums().wouldEarn())
                .number(total -> total.sums().tokens())
                .number(total -> total.sums().wouldTokens())
                .into(jdbc, """
                        INSERT INTO shadow_total AS t (name, day, version, currency, calls, seconds, charged, would_charge,
                                                       fee, would_fee, earned, would_earn, tokens, would_tokens)
                        SELECT * FROM unnest(?::text[], ?::date[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[],
                                             ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                                             ?::bigint[])
                        ON CONFLICT (name, day, version, currency) DO UPDATE SET
                            calls = t.calls + excluded.calls, seconds = t.seconds + excluded.seconds,
                            charged = t.charged + excluded.charged, would_charge = t.would_charge + excluded.would_charge,
                            fee = t.fee + excluded.fee, would_fee = t.would_fee + excluded.would_fee,
                            earned = t.earned + excluded.earned, would_earn = t.would_earn + excluded.would_earn,
                            tokens = t.tokens + excluded.tokens, would_tokens = t.would_tokens + excluded.would_tokens
                        """);
    }

    private Plan plan(ResultSet row, int number) throws SQLException {
        var stored = new Stored(row);
        return new Plan(
                json.readValue(row.getString("candidate"), Candidate.class),
                row.getString("started_by"),
                stored.instant("started_at"),
                row.getLong("started"),
                row.getString("stopped_by"),
                stored.instant("stopped_at"));
    }

    private ShadowCall call(ResultSet row, int number) throws SQLException {
        return new ShadowCall(
                row.getString("call_id"),
                new ListenerId(row.getString("listener_id")),
                json.readValue(row.getString("terms"), Terms.class),
                new Stored(row).instant("requested_at"),
                row.getLong("position"));
    }

    private static Total total(ResultSet row, int number) throws SQLException {
        var key = new Key(
                row.getString("name"),
                row.getObject("day", LocalDate.class),
                PlanVersion.valueOf(row.getString("version")),
                row.getString("currency"));
        return new Total(
                key,
                new Sums(
                        row.getLong("calls"),
                        row.getLong("seconds"),
                        row.getLong("charged"),
                        row.getLong("would_charge"),
                        row.getLong("fee"),
                        row.getLong("would_fee"),
                        row.getLong("earned"),
                        row.getLong("would_earn"),
                        row.getLong("tokens"),
                        row.getLong("would_tokens")));
    }
}
