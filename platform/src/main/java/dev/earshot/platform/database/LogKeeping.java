package dev.earshot.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Grants the role that runs what it needs of the tables of the role that migrates: all rows of every table, also of those
 * that a later version brings; but of the log, and of what is chained to it, it may only read and add. Done after every
 * migration, whether or not there was something to migrate, and only where something differs.
 *
 * <p>A role that migrates nothing grants nothing: where both are one, or where somebody else has migrated.
 */
@Component
class LogKeeping implements Callback {
    /** One grants at a time: two nodes that start together would change the same rows of the catalogue. Any number will do. */
    private static final String TURN = "SELECT pg_advisory_xact_lock(7106408)";

    /** What of this role's own this schema holds, what the other role shall hold of it, and what it holds. */
    private static final String DIFFERENT = """
            SELECT * FROM (
                SELECT relation.oid::regclass::text AS name,
                    CASE WHEN relkind = 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind,
                    CASE
                        WHEN relkind = 'S' THEN 'SELECT, USAGE'
                        WHEN relkind IN ('v', 'm') OR relname = ? THEN 'SELECT'
                        WHEN relname = 'domain_event' OR starts_with(relname, 'audit_') THEN 'INSERT, SELECT'
                        ELSE 'DELETE, INSERT, SELECT, TRUNCATE, UPDATE'
                    END AS wanted,
                    (SELECT coalesce(string_agg(privilege_type, ', ' ORDER BY privilege_type), '')
                        FROM aclexplode(relacl) WHERE grantee = ?::regrole) AS held
                FROM pg_class relation
                WHERE relnamespace = current_schema()::regnamespace
                    AND relkind IN ('r', 'p', 'v', 'm', 'S') AND pg_has_role(relowner, 'USAGE')
            ) relations WHERE wanted <> held ORDER BY kind, name""";

    private final DataSource pool;

    LogKeeping(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        Connection owner = context.getConnection();
        try (Statement sql = owner.createStatement()) {
            String role = whoRuns();
            if (role.equals(owner.getMetaData().getUserName())) {
                return;
            }
            sql.execute(TURN);
            String quoted = sql.enquoteIdentifier(role, true);
            for (String change :
                    changes(owner, quoted, context.getConfiguration().getTable())) {
                sql.execute(change);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Cannot grant the tables to the role that runs", e);
        }
    }

    /** Asked of the database itself, for the settings have several ways to name it. */
    private String whoRuns() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return connection.getMetaData().getUserName();
        }
    }

    private static List<String> changes(Connection connection, String role, String history) throws SQLException {
        List<String> changes = new ArrayList<>();
        try (PreparedStatement question = connection.prepareStatement(DIFFERENT)) {
            question.setString(1, history);
            question.setString(2, role);
            try (ResultSet relation = question.executeQuery()) {
                while (relation.next()) {
                    String of = " ON " + relation.getString("kind") + " " + relation.getString("name");
                    changes.add("REVOKE ALL" + of + " FROM " + role);
                    changes.add("GRANT " + relation.getString("wanted") + of + " TO " + role);
                }
            }
        }
        return changes;
    }

    @Override
    public String getCallbackName() {
        return "grants";
    }
}
