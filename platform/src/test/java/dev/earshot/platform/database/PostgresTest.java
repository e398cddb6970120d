package dev.earshot.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.platform.secrets.SecretFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {
    @TempDir
    private Path data;

    @Test
    void rows_survive_a_restart_and_a_kill_and_the_orphaned_server_is_stopped() throws Exception {
        ProcessHandle orphan = killAfterWriting();
        assertThat(orphan.isAlive()).isTrue();

        try (Postgres afterTheKill = start()) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(ask(afterTheKill, "SELECT minor FROM paid")).isEqualTo("1250");
        }
        try (Postgres afterTheRestart = start()) {
            assertThat(ask(afterTheRestart, "SELECT minor FROM paid")).isEqualTo("1250");
        }
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void it_is_durable_and_closed_to_strangers_and_to_a_second_earshot() throws Exception {
        try (Postgres postgres = start()) {
            assertThat(ask(postgres, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(postgres, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(ask(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(postgres, "SHOW unix_socket_directories")).isEmpty();
            assertThat(Files.readString(data.resolve("postgres/pg_hba.conf")))
                    .doesNotContainPattern("(?m)^[^#].*trust");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.urlOf("earshot"), "postgres", "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
            assertThat(Files.getPosixFilePermissions(data)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThatThrownBy(this::start).hasMessageContaining("in use by another Earshot");
        }
    }

    private Postgres start() {
        return Postgres.startIn(data, SecretFolder.in(data));
    }

    private ProcessHandle killAfterWriting() throws IOException, InterruptedException {
        Process earshot = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledEarshot.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = earshot.inputReader()) {
            assertThat(output.lines().anyMatch(KilledEarshot.WRITTEN::equals)).isTrue();
            earshot.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static String ask(Postgres postgres, String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        postgres.urlOf("earshot"),
                        postgres.owner().user(),
                        postgres.owner().password());
                Statement sql = connection.createStatement();
                ResultSet answer = sql.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
