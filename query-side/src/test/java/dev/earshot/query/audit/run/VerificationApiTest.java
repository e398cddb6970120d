package dev.earshot.query.audit.run;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.api.account.Role;
import dev.earshot.platform.database.TestDatabase;
import dev.earshot.platform.web.Api;
import dev.earshot.query.audit.AuditTest;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@TestPropertySource(properties = "db-scheduler.heartbeat-interval=1s")
class VerificationApiTest extends AuditTest {
    @Autowired
    private DataSource source;

    @Test
    void a_verification_runs_in_the_background_and_tells_its_progress_and_its_verdict() {
        aPaidCallIsProven();
        Api.Reply asked = ask();
        assertThat(asked.status()).isEqualTo(202);
        JsonNode done = ended(asked.header("Location"));
        assertThat(done.path("status").asString()).as(done.toString()).isEqualTo("SOUND");
        assertThat(done.path("progress").asInt()).isEqualTo(100);
        assertThat(done.path("verdict").path("findings").isEmpty()).isTrue();
        assertThat(done.path("checked").asLong())
                .isEqualTo(done.path("verdict").path("events").asLong())
                .isPositive();
        JsonNode listed = get("/v1/audit/verifications", story.member, Role.FINANCE)
                .body()
                .path("items")
                .path(0);
        assertThat(listed).isEqualTo(done);
    }

    @Test
    void tampering_is_told_by_code_and_position() {
        aPaidCallIsProven();
        long place = head() - 3;
        var owner = TestDatabase.ownerOf(source);
        String before = owner.sql("SELECT time_stamp FROM domain_event WHERE global_index = ?")
                .param(place)
                .query(String.class)
                .single();
        owner.sql("ALTER TABLE domain_event DISABLE TRIGGER written_once").update();
        owner.sql("UPDATE domain_event SET time_stamp = '2020-01-01T00:00:00Z' WHERE global_index = ?")
                .param(place)
                .update();

        JsonNode done = ended(ask().header("Location"));

        owner.sql("UPDATE domain_event SET time_stamp = ? WHERE global_index = ?")
                .params(before, place)
                .update();
        owner.sql("ALTER TABLE domain_event ENABLE ALWAYS TRIGGER written_once").update();
        assertThat(done.path("status").asString()).isEqualTo("TAMPERED");
        JsonNode first = done.path("verdict").path("findings").path(0);
        assertThat(first.path("flaw").asString()).isEqualTo("EVENT_COLUMN_EDITED");
        assertThat(first.path("position").asLong()).isEqualTo(place);
        assertThat(ended(ask().header("Location")).path("status").asString()).isEqualTo("SOUND");
    }

    @Test
    void one_at_a_time() {
        aPaidCallIsProven();
        database.sql(
                        "INSERT INTO log_verification (verification_id, asked_by, status, asked_at) VALUES ('ver_0', 'acc_x', 'RUNNING', now())")
                .update();
        Api.Reply second = ask();
        database.sql("DELETE FROM log_verification WHERE verification_id = 'ver_0'")
                .update();
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("VERIFICATION_RUNNING");
        ended(ask().header("Location"));
    }

    @Test
    void what_a_node_began_and_died_over_another_begins_again() {
        aPaidCallIsProven();
        database.sql("""
                        INSERT INTO log_verification (verification_id, asked_by, status, asked_at, started_at, checked)
                        VALUES ('ver_00orphan', 'acc_x', 'RUNNING', now(), now(), 3)""").update();
        // As the dead node has left it: picked, and without a heartbeat for long.
        database.sql("""
                        INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
                                                     last_heartbeat, version)
                        VALUES ('verify-log', 'ver_00orphan', now() - interval '1 hour', true, 'a node that died',
                                now() - interval '1 hour', 2)""").update();

        JsonNode done = ended("/v1/audit/verifications/ver_00orphan");

        assertThat(done.path("status").asString()).isEqualTo("SOUND");
        assertThat(done.path("checked").asLong()).isGreaterThan(3);
        await().atMost(10, SECONDS)
                .until(() -> database.sql("SELECT count(*) FROM scheduled_tasks WHERE task_instance = 'ver_00orphan'")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    @Test
    void an_unknown_one_is_unknown() {
        Api.Reply reply = get("/v1/audit/verifications/ver_nothing", story.member, Role.FINANCE);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("VERIFICATION_UNKNOWN");
    }

    private Api.Reply ask() {
        return api.post("/v1/audit/verifications")
                .bearer(token(story.member, Role.FINANCE))
                .send();
    }

    private JsonNode ended(String location) {
        return await().atMost(30, SECONDS)
                .until(() -> get(location, story.member, Role.FINANCE).body(), reply -> reply.has("endedAt"));
    }
}
