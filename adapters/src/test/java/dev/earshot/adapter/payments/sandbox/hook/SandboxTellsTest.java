package dev.earshot.adapter.payments.sandbox.hook;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.adapter.Adapters;
import dev.earshot.adapter.hook.TopUps;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.TopUpEvent.TopUpRequested;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.payments.NextSteps;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Top-ups from the log to the network, whose answers get lost and whose hooks come over HTTP. */
@IntegrationTest(
        value = {Adapters.class, TopUps.class},
        web = WebEnvironment.RANDOM_PORT,
        settings = {
            "payments.ask-every=50ms",
            "payments.sandbox.ask-after=1h",
            "payments.sandbox.late-by=500ms",
            "payments.sandbox.hooks.every=50ms",
            "payments.sandbox.hooks.late-by=500ms",
            "hooks.every=50ms",
            "hooks.pull-every=500ms"
        })
class SandboxTellsTest {
    private final String suffix = UUID.randomUUID().toString().replace("-", "");
    private final String topUp = "top_" + suffix;

    @Autowired
    EventStore log;

    @Autowired
    TransactionManager transactions;

    @Autowired
    TopUps topUps;

    @Autowired
    NextSteps nextSteps;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "test_ok, PAID sbx_",
        "test_declined, DECLINED CARD_DECLINED",
        "test_expired_card, DECLINED CARD_EXPIRED",
        "test_late, PAID sbx_",
        "test_declined_late, DECLINED CARD_DECLINED",
        "test_hook, PAID sbx_",
        "test_hook_declined, DECLINED CARD_DECLINED",
        "test_hook_late, PAID sbx_"
    })
    void what_the_network_decides_arrives_as_one_hook_that_changes_nothing_more(String method, String stage) {
        request(method);

        becomes(stage);

        var hook = hook("sev_" + suffix, "PROCESSED");
        assertThat(hook).containsEntry("deliveries", 1).containsEntry("payment", "sbx_" + suffix);
        becomes(stage);
    }

    @Test
    void a_hook_that_comes_twice_is_one_event() {
        request("test_hook_twice");

        becomes("PAID sbx_");

        await().atMost(20, SECONDS)
                .untilAsserted(
                        () -> assertThat(hook("sev_" + suffix, "PROCESSED")).containsEntry("deliveries", 2));
        assertThat(hook("sev_" + suffix, "PROCESSED")).containsEntry("attempts", 1);
    }

    @Test
    void a_failure_that_is_told_after_the_payment_takes_nothing_back() {
        request("test_hook_out_of_order");
        becomes("PAID sbx_");

        var late = hook("sev_" + suffix + "_failed", "PROCESSED");

        assertThat(late).containsEntry("last_error", "TOP_UP_ALREADY_PAID");
        becomes("PAID sbx_");
    }

    @Test
    void a_hook_that_gets_lost_is_pulled() {
        request("test_timeout");

        becomes("PAID sbx_");

        assertThat(hook("sev_" + suffix, "PROCESSED")).containsEntry("deliveries", 0);
    }

    @Test
    void a_payer_who_has_to_authenticate_is_told_so_at_once() {
        request("test_authentication_required");

        await().atMost(20, SECONDS)
                .until(() -> nextSteps.of(topUp), Map.of("provider", "sandbox", "step", "authenticate")::equals);
        becomes("PAID sbx_");
    }

    @Test
    void a_payer_who_does_not_authenticate_does_not_pay() {
        request("test_authentication_failed");

        becomes("DECLINED AUTHENTICATION_REQUIRED");
    }

    private void request(String method) {
        var requested = new TopUpRequested(
                new TopUpId(topUp), new WalletId("wal_1"), Money.of(2000, "USD"), method, Instant.now());
        transactions.executeInTransaction(() -> log.publish(List.of(GenericEventMessage.asEventMessage(requested))));
    }

    private void becomes(String stage) {
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(topUps.stageOf(topUp)).startsWith(stage));
    }

    private Map<String, Object> hook(String eventId, String status) {
        var found = await().atMost(20, SECONDS)
                .until(
                        () -> jdbc.sql("SELECT * FROM hook_event WHERE event_id = :eventId AND status = :status")
                                .param("eventId", eventId)
                                .param("status", status)
                                .query()
                                .listOfRows(),
                        rows -> rows.size() == 1);
        return found.get(0);
    }
}
