package dev.earshot.query.simulation.asked;

import dev.earshot.api.id.SimulationId;
import dev.earshot.api.simulation.Candidate;
import dev.earshot.api.simulation.Cohort;
import dev.earshot.api.simulation.SimulationFailure;
import dev.earshot.api.simulation.Window;
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
import tools.jackson.databind.json.JsonMapper;

/** The table of simulations. */
@Component
public class SimulationRows implements Fold.Rows<SimulationState> {
    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    SimulationRows(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Map<String, SimulationState> load(Collection<String> simulationIds) {
        Object ids = simulationIds.toArray(String[]::new);
        return jdbc.query("SELECT * FROM simulation_view WHERE simulation_id = ANY (?)", this::state, ids).stream()
                .collect(Collectors.toMap(simulation -> simulation.simulationId, Function.identity()));
    }

    @Override
    public void save(Collection<SimulationState> simulations) {
        Columns.of(simulations)
                .text(simulation -> simulation.simulationId)
                .name(simulation -> simulation.status)
                .text(simulation -> simulation.askedBy)
                .text(simulation -> json.writeValueAsString(simulation.candidates))
                .instant(simulation -> simulation.window.from())
                .instant(simulation -> simulation.window.until())
                .text(simulation -> json.writeValueAsString(simulation.cohort))
                .instant(simulation -> simulation.requestedAt)
                .instant(simulation -> simulation.endedAt)
                .text(simulation -> simulation.valid == null ? null : simulation.valid.toString())
                .text(simulation -> simulation.hash)
                .numberOrNull(simulation -> simulation.logPosition)
                .name(simulation -> simulation.failure)
                .numberOrNull(simulation -> simulation.told)
                .number(SimulationState::position)
                .into(jdbc, """
                        INSERT INTO simulation_view (simulation_id, status, asked_by, candidates, from_at, until_at, cohort,
                                                     requested_at, ended_at, valid, hash, log_position, failure, told, position)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                                             ?::text[], ?::timestamptz[], ?::timestamptz[], ?::boolean[], ?::text[],
                                             ?::bigint[], ?::text[], ?::bigint[], ?::bigint[])
                        ON CONFLICT (simulation_id) DO UPDATE SET
                            status = excluded.status, ended_at = excluded.ended_at, valid = excluded.valid,
                            hash = excluded.hash, log_position = excluded.log_position, failure = excluded.failure,
                            position = excluded.position
                        """);
    }

    /** Those that were asked, the latest first. */
    public Page<SimulationState> page(PageRequest page, long before) {
        List<SimulationState> rows = jdbc.query(
                "SELECT * FROM simulation_view WHERE told < ? ORDER BY told DESC LIMIT ?",
                this::state,
                before,
                page.rows());
        return Page.of(rows, page, simulation -> Long.toString(simulation.told));
    }

    /** The one of this id. */
    public Optional<SimulationState> find(SimulationId id) {
        return jdbc.query("SELECT * FROM simulation_view WHERE simulation_id = ?", this::state, id.value()).stream()
                .findFirst();
    }

    /** Those that have not ended, and who asked for each. */
    public List<SimulationState> open() {
        return jdbc.query("SELECT * FROM simulation_view WHERE status = 'REQUESTED' ORDER BY told", this::state);
    }

    void clear() {
        jdbc.execute("TRUNCATE simulation_view");
    }

    private SimulationState state(ResultSet row, int number) throws SQLException {
        var stored = new Stored(row);
        var simulation = new SimulationState(row.getString("simulation_id"), row.getLong("position"));
        simulation.status = stored.name("status", SimulationStatus.class);
        simulation.askedBy = row.getString("asked_by");
        simulation.candidates = List.of(json.readValue(row.getString("candidates"), Candidate[].class));
        simulation.window = new Window(stored.instant("from_at"), stored.instant("until_at"));
        simulation.cohort = json.readValue(row.getString("cohort"), Cohort.class);
        simulation.requestedAt = stored.instant("requested_at");
        simulation.endedAt = stored.instant("ended_at");
        simulation.valid = (Boolean) row.getObject("valid");
        simulation.hash = row.getString("hash");
        simulation.logPosition = stored.number("log_position");
        simulation.failure = stored.name("failure", SimulationFailure.class);
        simulation.told = stored.number("told");
        return simulation;
    }
}
