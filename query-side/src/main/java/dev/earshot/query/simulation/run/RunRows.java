package dev.earshot.query.simulation.run;

import dev.earshot.api.id.SimulationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of the lab's work. Whoever works on a simulation holds it by a beat, which is measured by the database's clock,
 * the only one that all nodes share.
 */
@Component
public class RunRows {
    private final JdbcClient jdbc;

    RunRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far a run is: calls done, of calls in all, and whether it is over. */
    public record Progress(String simulationId, long done, long all, boolean ended) {
        /** Nobody has begun. */
        public static Progress none(String simulationId) {
            return new Progress(simulationId, 0, 0, false);
        }
    }

    /** A simulation that somebody is to work on, for the so-manieth time. */
    record Claimed(String simulationId, int attempt) {}

    /**
     * Takes the simulation that has waited longest, if nobody works on any: the lab is one, however many nodes there are.
     *
     * @param known only what was asked up to this position of the log
     */
    Optional<Claimed> claim(String owner, Duration lease, long known) {
        return jdbc.sql("""
                        INSERT INTO simulation_run AS r (simulation_id, owner, beat_at, attempts)
                        SELECT v.simulation_id, :owner, clock_timestamp(), 1
                        FROM simulation_view v LEFT JOIN simulation_run mine USING (simulation_id)
                        WHERE v.status = 'REQUESTED' AND v.told <= :known AND mine.ended IS NOT TRUE
                          AND NOT EXISTS (SELECT 1 FROM simulation_run other
                              WHERE NOT other.ended AND other.beat_at > clock_timestamp() - make_interval(secs => :lease))
                        ORDER BY v.told LIMIT 1
                        ON CONFLICT (simulation_id) DO UPDATE
                            SET owner = excluded.owner, beat_at = excluded.beat_at, attempts = r.attempts + 1
                        RETURNING simulation_id, attempts
                        """)
                .param("owner", owner)
                .param("lease", lease.toMillis() / 1000.0)
                .param("known", known)
                .query((row, number) -> new Claimed(row.getString("simulation_id"), row.getInt("attempts")))
                .optional();
    }

    /** Says that it is still worked on, and how far it is; false when somebody else has taken it. */
    boolean beat(SimulationId id, String owner, long done, long all) {
        return jdbc.sql("""
                        UPDATE simulation_run SET beat_at = clock_timestamp(), done = :done, all_calls = :all
                        WHERE simulation_id = :id AND owner = :owner
                        """)
                        .param("id", id.value())
                        .param("owner", owner)
                        .param("done", done)
                        .param("all", all)
                        .update()
                > 0;
    }

    /** Keeps the result as it was produced; false when somebody else has taken it. */
    boolean keep(SimulationId id, String owner, byte[] result) {
        return jdbc.sql("UPDATE simulation_run SET result = :result WHERE simulation_id = :id AND owner = :owner")
                        .param("id", id.value())
                        .param("owner", owner)
                        .param("result", result)
                        .update()
                > 0;
    }

    /** The result exactly as it was produced. */
    public Optional<byte[]> result(SimulationId id) {
        return jdbc.sql("SELECT result FROM simulation_run WHERE simulation_id = :id AND result IS NOT NULL")
                .param("id", id.value())
                .query((row, number) -> row.getBytes("result"))
                .optional();
    }

    /** Nobody need work on it again. */
    void end(SimulationId id, String owner) {
        jdbc.sql("UPDATE simulation_run SET ended = true WHERE simulation_id = :id AND owner = :owner")
                .param("id", id.value())
                .param("owner", owner)
                .update();
    }

    /** Gives it back untried, for another to take at once. Nobody owns it then: a beat that was on its way comes to nothing. */
    void release(SimulationId id, String owner) {
        jdbc.sql("""
                        UPDATE simulation_run SET owner = '', beat_at = 'epoch', attempts = attempts - 1
                        WHERE simulation_id = :id AND owner = :owner
                        """).param("id", id.value()).param("owner", owner).update();
    }

    /** How far those are that somebody has begun. */
    public List<Progress> progress(Collection<String> ids) {
        return jdbc.sql(
                        "SELECT simulation_id, done, all_calls, ended FROM simulation_run WHERE simulation_id = ANY (:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query(RunRows::progress)
                .list();
    }

    private static Progress progress(ResultSet row, int number) throws SQLException {
        return new Progress(
                row.getString("simulation_id"), row.getLong("done"), row.getLong("all_calls"), row.getBoolean("ended"));
    }
}
