package dev.earshot.app.story;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.app.Earshot;
import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Person;
import dev.earshot.platform.database.Postgres;
import dev.earshot.platform.secrets.SecretFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform that ran, and the log it left, held against its signed checkpoints by the command line. */
class AuditStoryTest {
    @TempDir
    private Path outside;

    @Test
    void what_a_platform_left_is_proven_by_the_command_line_and_tampering_has_its_exit_code() throws Exception {
        try (OwnProcess earshot = new OwnProcess()) {
            earshot.start("--audit.checkpoint.every=1s");
            Person finance = earshot.api().signIn("fin", "finance");
            new Member(earshot.api().signIn("ann")).topUp(2_000, "test_ok");
            await().atMost(30, SECONDS)
                    .until(() -> finance.get("/v1/audit/checkpoints")
                                    .ok()
                                    .at("items")
                                    .size()
                            > 0);
            verifiesItself(finance);
            String pem = finance.get("/v1/audit/keys")
                    .ok()
                    .at("items")
                    .path(0)
                    .path("pem")
                    .asString();
            Path key = Files.writeString(outside.resolve("key.pem"), pem);

            assertThat(verify(earshot, "--audit.public-key=" + key))
                    .as("while it runs its data folder is its own")
                    .startsWith("2 ")
                    .contains("in use by another Earshot");
            assertThat(earshot.stop()).doesNotContain("ERROR");

            assertThat(verify(earshot, "--audit.public-key=" + key))
                    .startsWith("0 ")
                    .contains("SOUND");
            assertThat(verify(earshot)).as("without any key").startsWith("2 ").contains("--audit.public-key");
            assertThat(verify(earshot, "--earshot.secrets.audit-signing-key=" + other()))
                    .as("with a foreign key")
                    .startsWith("1 ")
                    .contains("CHECKPOINT_KEY_FOREIGN");
            tamper(earshot.data());
            assertThat(verify(earshot, "--audit.public-key=" + key))
                    .startsWith("1 ")
                    .contains("TAMPERED: 1 finding, at position 1:")
                    .contains("EVENT_PAYLOAD_EDITED: The payload of the event at 1 was edited");
        }
    }

    /** What happened in the last minute before a stop could otherwise be cut off unseen for as long as nothing runs. */
    @Test
    void a_platform_that_was_stopped_leaves_nothing_unsigned() throws Exception {
        try (OwnProcess earshot = new OwnProcess()) {
            earshot.start("--audit.checkpoint.every=1h", "--audit.checkpoint.events=100000");
            Person finance = earshot.api().signIn("fin", "finance");
            new Member(earshot.api().signIn("ann")).topUp(2_000, "test_ok");
            assertThat(finance.get("/v1/audit/checkpoints").ok().at("items")).isEmpty();
            Path key = Files.writeString(
                    outside.resolve("key.pem"),
                    finance.get("/v1/audit/keys")
                            .ok()
                            .at("items")
                            .path(0)
                            .path("pem")
                            .asString());
            assertThat(earshot.stop()).doesNotContain("ERROR");

            assertThat(verify(earshot, "--audit.public-key=" + key))
                    .startsWith("0 ")
                    .contains("by 1 checkpoint, the last of 20")
                    .doesNotContain("in no checkpoint", "wait");
        }
    }

    @Test
    void where_nothing_is_no_database_is_made() throws Exception {
        Path nowhere = outside.resolve("nowhere");
        assertThat(run("--earshot.data=" + nowhere)).startsWith("2 ").contains("There is no database in");
        assertThat(nowhere).doesNotExist();
    }

    private static void verifiesItself(Person finance) {
        Answer asked = finance.send("POST", "/v1/audit/verifications", "", Map.of());
        String id = asked.text("verificationId");
        Answer ended = await().atMost(30, SECONDS)
                .until(
                        () -> finance.get("/v1/audit/verifications/" + id).ok(),
                        answer -> answer.json().has("endedAt"));
        assertThat(ended.text("status")).as(ended.toString()).isEqualTo("SOUND");
    }

    private static String other() {
        return Base64.getEncoder().encodeToString(new byte[32]);
    }

    /** As somebody may who has taken the whole machine over, the database's owner included. */
    private static void tamper(Path data) throws SQLException, IOException {
        String password =
                Files.readString(data.resolve("secrets/database-password")).strip();
        try (Postgres postgres = Postgres.startIn(data, SecretFolder.in(data));
                Connection owner = DriverManager.getConnection(postgres.urlOf("earshot"), "postgres", password);
                Statement sql = owner.createStatement()) {
            sql.execute("ALTER TABLE domain_event DISABLE TRIGGER written_once");
            sql.execute("UPDATE domain_event SET payload = '{}' WHERE global_index = 1");
        }
    }

    private static String verify(OwnProcess earshot, String... more) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("--earshot.data=" + earshot.data()));
        options.addAll(List.of(more));
        return run(options.toArray(String[]::new));
    }

    /** The exit code, and what it said. */
    private static String run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Earshot.class.getName(),
                "audit",
                "verify"));
        command.addAll(List.of(options));
        Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return program.waitFor() + " " + said;
    }
}
