package dev.earshot.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.platform.web.Api.Reply;
import dev.earshot.probe.Probe;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class IdempotencyTest extends WebTest {
    private static final String ORDER =
            "{\"listenerId\":\"lis_1\",\"amount\":{\"minor\":100,\"currency\":\"USD\"},\"note\":\"a\"}";

    @Autowired
    private Probe probe;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void countFromZero() {
        probe.executions().set(0);
    }

    @Test
    void a_repeated_request_gets_the_first_answer_and_is_not_done_again() {
        var first = order("k1", ORDER);
        var second = order("k1", ORDER);

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.header("Location"))
                .isEqualTo(first.header("Location"))
                .isNotEmpty();
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(second.http().body()).isEqualTo(first.http().body()).contains("\"callId\":\"call_");
        assertThat(probe.executions()).hasValue(1);
    }

    @Test
    void the_id_made_from_a_key_stays_the_same_when_the_stored_answer_is_gone() {
        var first = order("k1", ORDER);
        jdbc.sql("DELETE FROM idempotency WHERE account_id = ?")
                .param(ann.value())
                .update();
        var second = order("k1", ORDER);

        assertThat(second.body().path("callId")).isEqualTo(first.body().path("callId"));
        assertThat(probe.executions()).hasValue(2);
    }

    @Test
    void a_key_belongs_to_one_account() {
        var mine = order("k1", ORDER);
        meetAnn();
        var theirs = order("k1", ORDER);

        assertThat(theirs.status()).isEqualTo(202);
        assertThat(theirs.body().path("callId")).isNotEqualTo(mine.body().path("callId"));
    }

    @Test
    void the_same_key_for_anything_else_is_refused() {
        order("k1", ORDER);

        var otherBody = order("k1", ORDER.replace("100", "101"));
        var otherQuery = api.post("/v1/probe/orders?x=1")
                .bearer(token)
                .key("k1")
                .json(ORDER)
                .send();
        var otherPath = api.post("/v1/probe/fail/bug")
                .bearer(token)
                .key("k1")
                .json(ORDER)
                .send();
        var otherMethod = api.ask("PUT", "/v1/probe/orders")
                .bearer(token)
                .key("k1")
                .json(ORDER)
                .send();

        assertThat(new Reply[] {otherBody, otherQuery, otherPath, otherMethod}).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        });
        assertThat(probe.executions()).hasValue(1);
    }

    @Test
    void an_answer_without_a_body_is_replayed_too() {
        var first =
                api.ask("DELETE", "/v1/probe/things/1").bearer(token).key("k1").send();
        var second =
                api.ask("DELETE", "/v1/probe/things/1").bearer(token).key("k1").send();

        assertThat(first.status()).isEqualTo(204);
        assertThat(second.status()).isEqualTo(204);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(probe.executions()).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"refused, true", "aggregate, true", "wrapped, false", "conflict, false", "bug, false"})
    void a_no_for_good_is_remembered_and_one_that_may_pass_is_not(String how, boolean remembered) {
        var first = api.post("/v1/probe/fail/" + how).bearer(token).key("k1").send();
        var second = api.post("/v1/probe/fail/" + how).bearer(token).key("k1").send();

        assertThat(second.status()).isEqualTo(first.status());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo(remembered ? "true" : "");
        assertThat(probe.executions()).hasValue(remembered ? 1 : 2);
    }

    @Test
    void of_two_at_once_one_is_done_and_the_other_is_told_to_wait() throws Exception {
        var first = CompletableFuture.supplyAsync(this::slow);
        awaitPermit(probe.entered());

        var second = slow();
        probe.mayFinish().release();

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("IDEMPOTENCY_IN_PROGRESS");
        assertThat(second.header("Retry-After")).isEqualTo("1");
        assertThat(first.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(slow().header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(probe.executions()).hasValue(1);
    }

    @Test
    void what_a_dead_process_left_undone_is_taken_over() throws Exception {
        var dead = CompletableFuture.supplyAsync(this::slow);
        awaitPermit(probe.entered());
        jdbc.sql("UPDATE idempotency SET started_at = started_at - interval '61 s' WHERE account_id = ?")
                .param(ann.value())
                .update();

        var heir = CompletableFuture.supplyAsync(this::slow);
        awaitPermit(probe.entered());
        probe.mayFinish().release(2);

        assertThat(heir.get(60, TimeUnit.SECONDS).body().path("execution").asInt())
                .isEqualTo(2);
        assertThat(dead.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(slow().body().path("execution").asInt())
                .as("the answer of the heir counts, for the row is no longer the dead one's")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tab\there"})
    void a_key_of_another_shape_is_refused(String key) {
        var reply =
                api.ask("DELETE", "/v1/probe/things/1").bearer(token).key(key).send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("IDEMPOTENCY_KEY_INVALID");
        assertThat(probe.executions()).hasValue(0);
    }

    @Test
    void a_key_may_have_255_characters_and_no_more() {
        assertThat(order("k".repeat(255), ORDER).status()).isEqualTo(202);
        assertThat(order("k".repeat(256), ORDER).code()).isEqualTo("IDEMPOTENCY_KEY_INVALID");
    }

    @Test
    void a_body_too_large_is_refused_before_it_is_remembered() {
        var large = ORDER.replace("\"a\"", "\"" + "a".repeat(70_000) + "\"");

        assertThat(order("k1", large).code()).isEqualTo("BODY_TOO_LARGE");
        assertThat(order("k1", ORDER).status()).isEqualTo(202);
    }

    private Reply order(String key, String body) {
        return api.post("/v1/probe/orders").bearer(token).key(key).json(body).send();
    }

    private Reply slow() {
        return api.ask("PUT", "/v1/probe/slow")
                .bearer(token)
                .key("slow")
                .json("{}")
                .send();
    }

    private static void awaitPermit(Semaphore gate) throws InterruptedException {
        assertThat(gate.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
    }
}
