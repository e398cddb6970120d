package dev.earshot.platform.database;

import dev.earshot.platform.secrets.SecretFolder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A fresh database for each application context, in the one PostgreSQL that all tests of a JVM share. The cluster stays
 * in the module's {@code target} folder, so only the first run has to make it.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Path DATA = Path.of("target", "earshot-test");
    private static final AtomicInteger MADE = new AtomicInteger();

    /** Started at the first question; stopped when the last context of this JVM is closed. */
    private static final class Cluster {
        private static final Postgres POSTGRES = started();

        private static Postgres started() {
            Postgres postgres = Postgres.startIn(DATA, SecretFolder.in(DATA));
            SpringApplication.getShutdownHandlers().add(postgres::close);
            return postgres;
        }
    }

    /** The settings of a context that shall run on an empty database. */
    public static Map<String, String> fresh() {
        String name = "test_" + MADE.incrementAndGet();
        Cluster.POSTGRES.drop(name);
        Path checkpoints = DATA.resolve("checkpoints").resolve(name);
        FileSystemUtils.deleteRecursively(checkpoints.toFile());
        return Map.of(
                "spring.datasource.url", Cluster.POSTGRES.urlOf(name),
                "spring.datasource.username", Cluster.POSTGRES.application().user(),
                "spring.datasource.password", Cluster.POSTGRES.application().password(),
                "spring.flyway.user", Cluster.POSTGRES.owner().user(),
                "spring.flyway.password", Cluster.POSTGRES.owner().password(),
                "spring.datasource.hikari.minimum-idle", "1",
                "earshot.data", DATA.toString(),
                "audit.archive.folder", checkpoints.toString());
    }

    /** The same database by the role that owns its tables, for tests that make tables or tamper with them. */
    public static JdbcClient ownerOf(DataSource database) {
        return JdbcClient.create(as(Cluster.POSTGRES.owner(), database));
    }

    static DataSource as(Postgres.Login role, DataSource database) {
        try (Connection connection = database.getConnection()) {
            return new DriverManagerDataSource(connection.getMetaData().getURL(), role.user(), role.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(fresh()).applyTo(context);
    }
}
