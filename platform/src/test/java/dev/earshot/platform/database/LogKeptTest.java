package dev.earshot.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.platform.secrets.SecretFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@ExtendWith(OutputCaptureExtension.class)
class LogKeptTest {
    private static final String WARNING = "does not protect the log";

    private final ApplicationContextRunner process = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class,
                    FlywayAutoConfiguration.class))
            .withUserConfiguration(Settings.class, EmbeddedDatabase.class, LogKeeping.class, LogKept.class);

    @EnableConfigurationProperties(DatabaseSettings.class)
    static class Settings {}

    @TempDir
    private Path data;

    @Test
    void two_roles_start_in_production_without_a_word(CapturedOutput said) {
        on(TestDatabase.fresh())
                .withPropertyValues("spring.profiles.active=prod")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(said).doesNotContain(WARNING);
    }

    @Test
    void one_role_does_not_start_in_production_unless_it_is_allowed() {
        ApplicationContextRunner production = on(oneRole()).withPropertyValues("spring.profiles.active=prod");

        production.run(context -> assertThat(context)
                .getFailure()
                .hasMessageContaining(WARNING)
                .hasMessageContaining("database.one-role"));
        production
                .withPropertyValues("database.one-role=true")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void one_role_is_told_of_once_while_developing(CapturedOutput said) {
        on(oneRole())
                .withPropertyValues("spring.profiles.active=dev")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(said).containsOnlyOnce(WARNING);
    }

    @Test
    void a_role_that_could_make_itself_a_member_of_the_owner_counts_as_the_owner() {
        Map<String, String> settings = TestDatabase.fresh();
        JdbcClient owner = ownerOf(settings);
        owner.sql("CREATE ROLE may_become_owner LOGIN PASSWORD 'word'").update();
        owner.sql("GRANT postgres TO may_become_owner").update();
        try {
            on(settings)
                    .withPropertyValues(
                            "spring.profiles.active=prod",
                            "spring.datasource.username=may_become_owner",
                            "spring.datasource.password=word")
                    .run(context -> assertThat(context).getFailure().hasMessageContaining(WARNING));
        } finally {
            owner.sql("DROP OWNED BY may_become_owner").update();
            owner.sql("DROP ROLE may_become_owner").update();
        }
    }

    @Test
    void the_role_that_runs_may_be_named_in_the_address_too() {
        Map<String, String> settings = new HashMap<>(TestDatabase.fresh());
        String user = settings.remove("spring.datasource.username");
        String address = settings.get("spring.datasource.url");
        settings.put("spring.flyway.url", address); // Else the name in the address would count for the migration too.
        settings.put("spring.datasource.url", address + "&user=" + user);

        on(settings)
                .withPropertyValues("spring.profiles.active=prod")
                .run(context -> assertThat(context.getBean(JdbcTemplate.class)
                                .queryForObject("SELECT current_user || count(*) FROM domain_event", String.class))
                        .isEqualTo("earshot_app0"));
    }

    @Test
    void a_node_that_does_not_migrate_starts_on_what_another_migrated() {
        Map<String, String> settings = new HashMap<>(TestDatabase.fresh());
        on(settings).run(context -> assertThat(context).hasNotFailed());

        settings.keySet().removeIf(name -> name.startsWith("spring.flyway"));
        on(settings)
                .withPropertyValues("spring.profiles.active=prod")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void a_data_folder_from_before_is_upgraded_at_the_start() throws IOException {
        SecretFolder secrets = SecretFolder.in(data);
        try (Postgres before = Postgres.startIn(data, secrets)) {
            var database = new DriverManagerDataSource(
                    before.urlOf("earshot"),
                    before.owner().user(),
                    before.owner().password());
            Flyway.configure().dataSource(database).target("114").load().migrate();
            JdbcClient jdbc = JdbcClient.create(database);
            jdbc.sql(
                            "INSERT INTO domain_event (event_id, aggregate_id, sequence_number, time_stamp, payload_type, payload)"
                                    + " VALUES ('e1', 'a1', 0, '2026-03-01T12:00:00Z', 'paid', 'a cent')")
                    .update();
            jdbc.sql("DROP ROLE earshot_app").update();
        }
        Files.delete(secrets.fileOf("database-application-password"));

        ApplicationContextRunner started =
                process.withPropertyValues("spring.profiles.active=dev", "earshot.data=" + data);

        started.run(context -> {
            JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
            assertThat(jdbc.queryForObject("SELECT current_user", String.class)).isEqualTo("earshot_app");
            assertThat(jdbc.queryForObject("SELECT event_id FROM domain_event", String.class))
                    .isEqualTo("e1");
            assertThat(jdbc.queryForObject("SELECT has_table_privilege('domain_event', 'DELETE')", Boolean.class))
                    .isFalse();
        });
        Files.delete(secrets.fileOf("database-application-password"));
        started.run(context -> assertThat(context).as("with a new password").hasNotFailed());
    }

    private ApplicationContextRunner on(Map<String, String> settings) {
        return process.withPropertyValues(
                settings.entrySet().stream().map(Map.Entry::toString).toArray(String[]::new));
    }

    private static Map<String, String> oneRole() {
        Map<String, String> settings = new HashMap<>(TestDatabase.fresh());
        settings.put("spring.datasource.username", settings.remove("spring.flyway.user"));
        settings.put("spring.datasource.password", settings.remove("spring.flyway.password"));
        return settings;
    }

    private static JdbcClient ownerOf(Map<String, String> settings) {
        return JdbcClient.create(new DriverManagerDataSource(
                settings.get("spring.datasource.url"),
                settings.get("spring.flyway.user"),
                settings.get("spring.flyway.password")));
    }
}
