package dev.earshot.platform.database;

import dev.earshot.platform.secrets.SecretFolder;
import dev.earshot.platform.start.CannotStart;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/**
 * A real PostgreSQL of the house's own in a folder that survives restarts. Durable as any other (fsync, synchronous
 * commit), reachable from this machine alone and only with the password in the folder of secrets.
 */
public final class Postgres implements AutoCloseable {
    private static final String OWNER = "postgres";
    private static final String APPLICATION = "earshot_app";

    private static final Duration START = Duration.ofSeconds(60);
    private static final Map<String, String> CONFIGURATION = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            // The library's own defaults are for tests: these three make a commit a commit.
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("wal_compression", "on"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("max_connections", "200"),
            // A file for each day of the week, in the cluster's folder "log".
            Map.entry("logging_collector", "on"),
            Map.entry("log_filename", "postgresql-%a.log"),
            Map.entry("log_truncate_on_rotation", "on"),
            Map.entry("timezone", "UTC"));

    private final DataFolder folder;
    private final EmbeddedPostgres server;
    private final Login owner;
    private final Login application;

    private Postgres(DataFolder folder, EmbeddedPostgres server, Login owner, Login application) {
        this.folder = folder;
        this.server = server;
        this.owner = owner;
        this.application = application;
    }

    /** A role and its password. */
    record Login(String user, String password) {}

    /** Starts the database in this folder and makes it at the first time. Fails at once if another process runs it. */
    public static Postgres startIn(Path data, SecretFolder secrets) {
        DataFolder folder = DataFolder.lock(data);
        try {
            Path password = secrets.fileOf("database-password");
            String word = secrets.textOf("database-password");
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.engine().toFile())
                    .setDataDirectory(folder.cluster())
                    .setCleanDataDirectory(false)
                    // Handed to initdb, where they win over the library's own "trust".
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", password.toString())
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setConnectConfig("password", word)
                    .setDataDirectoryCustomizer(cluster -> OrphanedServer.stopIn(cluster.toPath()))
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(START);
            CONFIGURATION.forEach(builder::setServerConfig);
            Login application = new Login(APPLICATION, secrets.textOf("database-application-password"));
            Postgres postgres = new Postgres(folder, builder.start(), new Login(OWNER, word), application);
            postgres.admit(application);
            return postgres;
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e instanceof CannotStart told ? told : unstartable(folder, e);
        }
    }

    private static CannotStart unstartable(DataFolder folder, Exception cause) {
        CannotStart told = new CannotStart(
                "The database in " + folder.cluster() + " does not start: " + cause.getMessage(),
                "What it says itself is in the folder log there."
                        + " Another PostgreSQL, on any system, can be named with spring.datasource.url.");
        told.initCause(cause);
        return told;
    }

    /** Makes the role if this cluster has none yet, and has it go by the password in the folder of secrets. */
    private void admit(Login role) {
        execute(sql -> {
            try (ResultSet found = sql.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + role.user() + "'")) {
                if (!found.next()) {
                    sql.execute("CREATE ROLE " + role.user());
                }
            }
            sql.execute("ALTER ROLE " + role.user() + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION"
                    + " NOBYPASSRLS PASSWORD '" + role.password() + "'");
        });
    }

    /** Where a database of this name is; makes it if it is missing. */
    public String urlOf(String database) {
        execute(sql -> {
            try (ResultSet found = sql.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
                if (found.next()) {
                    return;
                }
            }
            sql.execute("CREATE DATABASE " + database);
        });
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database + "?reWriteBatchedInserts=true";
    }

    /** Destroys the database of this name, whoever uses it. */
    void drop(String database) {
        execute(sql -> sql.execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)"));
    }

    private void execute(Work work) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            work.with(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The database server refuses", e);
        }
    }

    private interface Work {
        void with(Statement sql) throws SQLException;
    }

    /** Who makes the tables, and may do everything. */
    Login owner() {
        return owner;
    }

    /** Who works with them, and may do what {@link LogKeeping} grants. */
    Login application() {
        return application;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The database did not stop; the next start will see to it", e);
        } finally {
            folder.close();
        }
    }
}
