package dev.earshot.adapter;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One real PostgreSQL for the tests of this module, with the tables as the platform makes them. */
public final class TestDatabase {
    private static final DataSource DATABASE = start();

    private TestDatabase() {}

    public static DataSource source() {
        return DATABASE;
    }

    public static JdbcClient jdbc() {
        return JdbcClient.create(DATABASE);
    }

    private static DataSource start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres)));
            Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
            return postgres.getPostgresDatabase();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
