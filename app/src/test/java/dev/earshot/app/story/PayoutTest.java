package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Person;
import dev.earshot.app.client.Talk;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class PayoutTest {
    @Test
    void a_listener_earns_waits_is_paid_and_has_back_what_was_declined() {
        Listener lea = Market.liveListenerAt(10_000);
        long earned = earnsBy(lea);
        Market.eventually().until(() -> coins(lea, "available") == earned);
        assertThat(coins(lea, "pending")).isZero();
        open(lea, "test_declined");
        Market.eventually().until(() -> verified(lea, "test_declined"));

        String declined = sent(lea, 1_000);
        Market.eventually().until(() -> status(lea, declined), "FAILED"::equals);
        assertThat(coins(lea, "available")).isEqualTo(earned);

        open(lea, "test_ok");
        Market.eventually().until(() -> verified(lea, "test_ok"));
        String paid = sent(lea, 1_000);
        Market.eventually().until(() -> status(lea, paid), "PAID"::equals);

        assertThat(coins(lea, "available")).isEqualTo(earned - 1_000);
        assertThat(coins(lea, "paidOut")).isEqualTo(1_000);
        assertThat(lea.person()
                        .get("/v1/me/earnings/statement")
                        .ok()
                        .at("items")
                        .findValuesAsString("kind"))
                .containsExactly("PAYOUT_PAID", "PAYOUT", "PAYOUT_FAILED", "PAYOUT", "MATURED", "CALL");
        penalised(lea, earned - 1_000);
    }

    @Test
    void an_answer_that_was_lost_keeps_the_coins_in_flight_until_it_is_found_and_some_money_comes_back() {
        Listener lea = Market.liveListenerAt(10_000);
        long earned = earnsBy(lea);
        Market.eventually().until(() -> coins(lea, "available") == earned);
        open(lea, "test_timeout");
        Market.eventually().until(() -> verified(lea, "test_timeout"));

        String lost = sent(lea, 1_000);
        Market.eventually().until(() -> status(lea, lost), "UNKNOWN"::equals);
        assertThat(coins(lea, "inPayout")).isEqualTo(1_000);
        assertThat(payOut(lea, 1_000).code()).isEqualTo("PAYOUT_IN_FLIGHT");
        Market.eventually().until(() -> status(lea, lost), "PAID"::equals);

        open(lea, "test_returned");
        Market.eventually().until(() -> verified(lea, "test_returned"));
        String back = sent(lea, 1_000);
        Market.eventually().until(() -> status(lea, back), "RETURNED"::equals);
        assertThat(coins(lea, "available")).isEqualTo(earned - 1_000);
        assertThat(payOut(lea, 1_000_000).code()).isEqualTo("PAYOUT_ABOVE_AVAILABLE");
    }

    @ParameterizedTest
    @CsvSource({
        "-5, PAYOUT_BELOW_MINIMUM",
        "0, PAYOUT_BELOW_MINIMUM",
        "999, PAYOUT_BELOW_MINIMUM",
        "1000, PAYOUT_ABOVE_AVAILABLE",
        "9223372036854775807, PAYOUT_ABOVE_AVAILABLE"
    })
    void nothing_is_paid_out_that_is_not_there(long minor, String code) {
        Listener lea = Market.offlineListenerAt(Market.RATE);
        open(lea, "test_verified_late");
        assertThat(payOut(lea, 1_000).code()).isEqualTo("PAYOUT_ACCOUNT_UNVERIFIED");
        Market.eventually().until(() -> verified(lea, "test_verified_late"));

        Answer answer = payOut(lea, minor);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"amount\": null}", "{\"amount\": {\"minor\": 10.5, \"currency\": \"USD\"}}"})
    void a_payout_of_nothing_sensible_is_refused(String body) {
        Answer answer = Market.somebody("listener").send("POST", "/v1/payouts", body, Map.of("Idempotency-Key", "x1"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void nobody_is_paid_out_without_an_account_that_is_verified_and_not_frozen() {
        Listener lea = Market.offlineListenerAt(Market.RATE);
        assertThat(payOut(lea, 1_000).code()).isEqualTo("PAYOUT_ACCOUNT_REQUIRED");
        assertThat(lea.person()
                        .post("/v1/me/payout-account", Map.of("method", "my_bank"))
                        .code())
                .isEqualTo("PAYOUT_ACCOUNT_METHOD_UNKNOWN");

        open(lea, "test_never_verified");
        assertThat(payOut(lea, 1_000).code()).isEqualTo("PAYOUT_ACCOUNT_UNVERIFIED");

        String freeze = "/v1/admin/listeners/" + lea.listenerId() + "/payout-freeze";
        Person admin = Market.somebody("admin");
        assertThat(admin.send("PUT", freeze, "", Map.of()).status()).isEqualTo(204);
        assertThat(payOut(lea, 1_000).code()).isEqualTo("PAYOUTS_FROZEN");
        assertThat(admin.send("DELETE", freeze, "", Map.of()).status()).isEqualTo(204);
        assertThat(payOut(lea, 1_000).code()).isEqualTo("PAYOUT_ACCOUNT_UNVERIFIED");
    }

    /** A supervisor takes more than is there, thinks better of it, and finance sees the payouts. */
    private static void penalised(Listener lea, long available) {
        Person sue = Market.somebody("supervisor");
        String penalties = "/v1/admin/listeners/" + lea.listenerId() + "/penalties";
        var form = Map.of("amount", Member.usd(available + 500), "reason", "MISCONDUCT", "note", "Was rude.");
        String penalty = sue.post(penalties, form).ok().text("penaltyId");
        Market.eventually().until(() -> coins(lea, "available") == -500);
        assertThat(payOut(lea, 1_000).code()).isEqualTo("PAYOUT_ABOVE_AVAILABLE");

        String mine = penalties + "/" + penalty;
        assertThat(sue.send("DELETE", mine, "", Map.of()).status()).isEqualTo(204);
        assertThat(sue.send("DELETE", mine, "", Map.of()).status()).isEqualTo(204);
        Market.eventually().until(() -> coins(lea, "available") == available);
        assertThat(sue.send("DELETE", penalties + "/pen_nothing", "", Map.of()).code())
                .isEqualTo("PENALTY_UNKNOWN");
        assertThat(sue.post("/v1/admin/listeners/lis_nobody/penalties", form).code())
                .isEqualTo("LISTENER_UNKNOWN");
        assertThat(List.of(Market.somebody("finance")
                        .get("/v1/admin/payouts")
                        .ok()
                        .text()
                        .split(lea.listenerId(), -1)))
                .hasSize(3);
    }

    /** Talks until there is enough for two payouts, and tells what it came to. */
    private static long earnsBy(Listener lea) {
        Member ann = Market.memberWith(20_000);
        Talk talk = Market.connected(ann, lea);
        Market.after(talk, 16);
        talk.endByMember().ok();
        return Market.settled(talk).status() == 200 ? Market.earnedFor(talk) : 0;
    }

    private static void open(Listener lea, String method) {
        Answer answer = lea.person().post("/v1/me/payout-account", Map.of("method", method));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("onboardingLink")).startsWith("https://");
    }

    /** The account opened last is verified; while the view lags, it still tells of the one before. */
    private static boolean verified(Listener lea, String method) {
        Answer account = lea.person().get("/v1/me/payout-account").ok();
        return account.text("method").equals(method) && account.at("payable").asBoolean();
    }

    private static Answer payOut(Listener lea, long minor) {
        return lea.person()
                .post(
                        "/v1/payouts",
                        Map.of("amount", Member.usd(minor)),
                        UUID.randomUUID().toString());
    }

    private static String sent(Listener lea, long minor) {
        Answer answer = payOut(lea, minor);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer.text("payoutId");
    }

    private static String status(Listener lea, String payoutId) {
        return lea.person().get("/v1/payouts/" + payoutId).text("status");
    }

    private static long coins(Listener lea, String field) {
        return lea.person().get("/v1/me/earnings").ok().number(field + ".minor");
    }
}
