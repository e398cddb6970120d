package dev.earshot.platform.database;

import dev.earshot.platform.secrets.SecretFolder;
import dev.earshot.platform.start.CannotStart;
import dev.earshot.platform.start.Surroundings;
import java.nio.file.Path;
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
    private static final String URL = "spring.datasource.url";

    @Bean
    Postgres postgres(Environment settings) {
        if (!Surroundings.areForDevelopment(settings)) {
            throw new CannotStart(
                    "The setting " + URL + " is missing.",
                    "Only the dev profile brings a database of its own: name a PostgreSQL 15 or newer, with " + URL
                            + ", spring.datasource.username and spring.datasource.password.");
        }
        return Postgres.startIn(Path.of(settings.getProperty("earshot.data", "./data")), SecretFolder.of(settings));
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(Postgres postgres) {
        return new OwnDatabase(postgres.urlOf("earshot"), postgres.password());
    }

    static final class NoOther implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
            return !context.getEnvironment().containsProperty(URL);
        }
    }

    /** What the pool has to know. */
    record OwnDatabase(String getJdbcUrl, String getPassword) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return Postgres.USER;
        }
    }
}
