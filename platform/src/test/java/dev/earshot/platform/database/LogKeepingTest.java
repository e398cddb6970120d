package dev.earshot.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.fixture.Counter;
import dev.earshot.fixture.Counter.Count;
import dev.earshot.platform.IntegrationTest;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the role that runs may do, asked of the database by that role. */
@IntegrationTest(Counter.class)
class LogKeepingTest {
    private static final String DENIED = "42501";

    private final String counter = UUID.randomUUID().toString();

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcTemplate application;

    @Autowired
    private Flyway flyway;

    @Autowired
    private CommandGateway commands;

    private JdbcClient owner;
    private String written;

    @BeforeEach
    void anEventIsInTheLog() {
        owner = TestDatabase.ownerOf(database);
        commands.sendAndWait(new Count(counter, 1_250));
        written = payload();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE domain_event SET payload = 'a dollar'",
                "UPDATE domain_event SET payload = 'a dollar' WHERE false",
                "DELETE FROM domain_event",
                "TRUNCATE domain_event",
                "DROP TABLE domain_event",
                "ALTER TABLE domain_event ADD COLUMN payload2 text",
                "ALTER TABLE domain_event RENAME TO old_event",
                "ALTER TABLE domain_event DISABLE TRIGGER written_once",
                "ALTER TABLE domain_event DISABLE TRIGGER ALL",
                "ALTER TABLE domain_event OWNER TO earshot_app",
                "ALTER TABLE domain_event ALTER global_index RESTART WITH 1",
                "ALTER TABLE domain_event DISABLE ROW LEVEL SECURITY",
                "DROP TRIGGER written_once ON domain_event",
                "DROP FUNCTION refuse_to_rewrite CASCADE",
                "CREATE OR REPLACE FUNCTION refuse_to_rewrite() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'",
                "CREATE TRIGGER other BEFORE INSERT ON domain_event EXECUTE FUNCTION lock_log()",
                "CREATE RULE other AS ON INSERT TO domain_event DO INSTEAD NOTHING",
                "CREATE POLICY other ON domain_event USING (false)",
                "CREATE INDEX other ON domain_event (payload_type)",
                "CREATE TABLE other (minor bigint)",
                "CREATE SCHEMA other",
                "INSERT INTO domain_event SELECT * FROM domain_event ON CONFLICT (event_id) DO UPDATE SET payload = 'x'",
                "SELECT 1 FROM domain_event FOR UPDATE",
                "COPY domain_event FROM PROGRAM 'true'",
                "SELECT setval('domain_event_global_index_seq', 1)",
                "GRANT ALL ON domain_event TO earshot_app; DELETE FROM domain_event",
                "GRANT postgres TO earshot_app",
                "SET ROLE postgres",
                "SET SESSION AUTHORIZATION postgres",
                "SET session_replication_role = replica",
                "ALTER ROLE earshot_app SUPERUSER",
                "ALTER ROLE postgres PASSWORD 'known'",
                "CREATE ROLE other",
                "DROP OWNED BY postgres",
                "DELETE FROM flyway_schema_history",
                "UPDATE pg_class SET relowner = 'earshot_app'::regrole WHERE relname = 'domain_event'",
            })
    void nobody_who_runs_can_change_the_log_or_get_the_right_to(String attempt) {
        assertThatThrownBy(() -> application.execute(attempt))
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        told -> assertThat(told.getSQLState()).isEqualTo(DENIED));

        assertThat(payload()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE domain_event SET payload = 'a dollar' WHERE false",
                "DELETE FROM domain_event",
                "TRUNCATE domain_event",
                "SET session_replication_role = replica; DELETE FROM domain_event",
            })
    void not_even_the_owner_rewrites_it_without_meaning_to(String attempt) {
        assertThatThrownBy(() -> owner.sql(attempt).update())
                .rootCause()
                .hasMessageContaining("The log is written once")
                .isInstanceOfSatisfying(
                        SQLException.class,
                        told -> assertThat(told.getSQLState()).isEqualTo(DENIED));

        assertThat(payload()).isEqualTo(written);
    }

    @Test
    void every_other_table_is_there_to_work_with() {
        assertThat(application.queryForList("""
                        SELECT relname FROM pg_class
                        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                            AND relname NOT IN ('domain_event', 'flyway_schema_history')
                            AND NOT (has_table_privilege(oid, 'SELECT') AND has_table_privilege(oid, 'INSERT')
                                AND has_table_privilege(oid, 'UPDATE') AND has_table_privilege(oid, 'DELETE')
                                AND has_table_privilege(oid, 'TRUNCATE'))""", String.class)).isEmpty();
    }

    @Test
    void tables_of_a_later_version_are_granted_with_it_and_those_of_the_audit_for_adding_only() {
        owner.sql("CREATE TABLE later (id serial, minor bigint)").update();
        owner.sql("CREATE TABLE audit_later (minor bigint)").update();
        owner.sql("CREATE VIEW later_sum AS SELECT sum(minor) AS minor FROM later")
                .update();
        owner.sql("GRANT ALL ON audit_later TO earshot_app").update();
        try {
            flyway.migrate();

            application.update("INSERT INTO later (minor) VALUES (1250)");
            application.update("UPDATE later SET minor = 1251");
            assertThat(application.queryForObject("SELECT minor FROM later_sum", Long.class))
                    .isEqualTo(1251);
            application.update("DELETE FROM later");
            application.execute("TRUNCATE later");
            application.update("INSERT INTO audit_later VALUES (1)");
            assertThatThrownBy(() -> application.update("UPDATE audit_later SET minor = 2"))
                    .hasRootCauseMessage("ERROR: permission denied for table audit_later");
        } finally {
            owner.sql("DROP TABLE later, audit_later CASCADE").update();
        }
    }

    @Test
    void what_stands_is_not_granted_again() {
        String before = grants();

        flyway.migrate();

        assertThat(grants()).isEqualTo(before);
    }

    /** Which transaction wrote the row of the catalogue that says who may do what with which table. */
    private String grants() {
        return application.queryForObject(
                "SELECT string_agg(relname || xmin, ' ' ORDER BY relname) FROM pg_class"
                        + " WHERE relnamespace = 'public'::regnamespace AND relacl IS NOT NULL",
                String.class);
    }

    private String payload() {
        return application.queryForObject(
                "SELECT convert_from(payload, 'UTF8') FROM domain_event WHERE aggregate_id = ?", String.class, counter);
    }
}
