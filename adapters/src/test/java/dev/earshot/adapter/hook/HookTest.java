package dev.earshot.adapter.hook;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import dev.earshot.adapter.Adapters;
import dev.earshot.adapter.signature.TimedSignature;
import dev.earshot.api.account.Role;
import dev.earshot.api.id.AccountId;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.secrets.Secrets;
import dev.earshot.platform.security.AccessTokens;
import dev.earshot.platform.web.Api;
import dev.earshot.platform.web.Api.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The door for hooks on a real port, with the sandbox's network as the sender. */
@IntegrationTest(
        value = {Adapters.class, TopUps.class},
        web = WebEnvironment.RANDOM_PORT,
        settings = {
            "hooks.every=50ms",
            "hooks.attempts=3",
            "hooks.first-wait=20ms",
            "hooks.unrouted-every=50ms",
            "hooks.unrouted-tries=8",
            "hooks.unrouted-first-wait=200ms",
            "hooks.unrouted-longest-wait=800ms",
            "web.rate-limit.hooks-burst=100000"
        })
abstract class HookTest {
    @LocalServerPort
    protected int port;

    @Autowired
    private Secrets secrets;

    @Autowired
    private AccessTokens tokens;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TopUps topUps;

    protected Api api;

    @BeforeEach
    void dial() {
        api = new Api(port);
    }

    static String fresh(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }

    static String paid(String eventId, String topUp) {
        return """
                {"id": "%s", "type": "payment.paid", "payment": "sbx_%s", "subject": "%s",
                 "amount": {"minor": 2000, "currency": "USD"}, "at": "2026-01-01T10:00:00Z"}""".formatted(eventId, topUp, topUp);
    }

    static String declined(String eventId, String topUp) {
        return """
                {"id": "%s", "type": "payment.declined", "payment": "sbx_%s", "subject": "%s",
                 "reason": "CARD_DECLINED", "at": "2026-01-01T09:59:00Z"}""".formatted(eventId, topUp, topUp);
    }

    Reply deliver(String body) {
        return deliver(body, Instant.now());
    }

    Reply deliver(String body, Instant signedAt) {
        byte[] raw = body.getBytes(StandardCharsets.UTF_8);
        return deliver(body, TimedSignature.header(secrets.get("sandbox-hooks"), signedAt, raw));
    }

    String signature(byte[] raw) {
        return TimedSignature.header(secrets.get("sandbox-hooks"), Instant.now(), raw);
    }

    Reply deliver(String body, String signature) {
        return api.post("/hooks/sandbox")
                .with("Sandbox-Signature", signature)
                .json(body)
                .send();
    }

    /** What the desk shows of this event, once it is so far. */
    JsonNode becomes(String eventId, String status) {
        long id = idOf(eventId);
        return await().atMost(20, SECONDS)
                .until(
                        () -> desk(id, Role.FINANCE).body(),
                        event -> event.path("status").asString().equals(status));
    }

    Reply desk(long id, Role role) {
        return api.get("/v1/admin/payment-events/" + id).bearer(token(role)).send();
    }

    Reply redrive(String eventId) {
        return api.post("/v1/admin/payment-events/" + idOf(eventId) + "/redrive")
                .bearer(token(Role.ADMIN))
                .send();
    }

    Reply list(String query) {
        return api.get("/v1/admin/payment-events?" + query)
                .bearer(token(Role.FINANCE))
                .send();
    }

    long idOf(String eventId) {
        return jdbc.sql("SELECT id FROM hook_event WHERE event_id = :eventId")
                .param("eventId", eventId)
                .query(Long.class)
                .single();
    }

    long idOf(byte[] body) {
        return jdbc.sql("SELECT id FROM hook_event WHERE body = :body")
                .param("body", body)
                .query(Long.class)
                .single();
    }

    long kept() {
        return jdbc.sql("SELECT count(*) FROM hook_event").query(Long.class).single();
    }

    private String token(Role role) {
        return tokens.issue(new AccountId("acc_desk"), EnumSet.of(role), "ses_test");
    }
}
