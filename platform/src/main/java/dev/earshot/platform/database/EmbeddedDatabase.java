package dev.earshot.platform.database;

import dev.earshot.platform.secrets.SecretFolder;
import dev.earshot.platform.start.CannotStart;
import dev.earshot.platform.start.Surroundings;
import java.nio.file.Path;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * The house's own PostgreSQL under {@code earshot.data}, for as long as {@code spring.datasource.url} names no other. The
 * pool asks for its address, so the server starts before everything that needs a database and stops after it.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabase.NoOther.class)
class EmbeddedDatabase {
    private static final String NAME = "earshot";
    private static final String URL = "spring.datasource.url";

    @Bean
    Postgres postgres(Environment settings) {
        if (!Surroundings.areForDevelopment(settings)) {
            throw new CannotStart(
                    "The setting " + URL + " is missing.",
                    "Only the dev profile brings a database of its own: name a PostgreSQL 15 or newer, with " + URL
                            + ", spring.datasource.username and spring.datasource.password, and the role that owns the"
                            + " tables, with spring.flyway.user and spring.flyway.password.");
        }
        return Postgres.startIn(Path.of(settings.getProperty("earshot.data", "./data")), SecretFolder.of(settings));
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(Postgres postgres) {
        return new Running(postgres.urlOf(NAME), postgres.application());
    }

    @Bean
    FlywayConnectionDetails embeddedMigration(Postgres postgres) {
        return new Migrating(postgres.urlOf(NAME), postgres.owner());
    }

    static final class NoOther implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
            return !context.getEnvironment().containsProperty(URL);
        }
    }

    /** What the pool has to know. */
    record Running(String getJdbcUrl, Postgres.Login login) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return login.user();
        }

        @Override
        public String getPassword() {
            return login.password();
        }
    }

    /** What Flyway has to know. */
    record Migrating(String getJdbcUrl, Postgres.Login login) implements FlywayConnectionDetails {
        @Override
        public String getUsername() {
            return login.user();
        }

        @Override
        public String getPassword() {
            return login.password();
        }
    }
}
