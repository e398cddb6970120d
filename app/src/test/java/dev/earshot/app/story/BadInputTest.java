package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Member;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class BadInputTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"minor\": -1, \"currency\": \"USD\"}",
                "{\"minor\": 0, \"currency\": \"USD\"}",
                "{\"minor\": 99, \"currency\": \"USD\"}",
                "{\"minor\": 1000001, \"currency\": \"USD\"}"
            })
    void amounts_beyond_the_limits_are_refused(String amount) {
        Answer answer = topUp(amount);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.code()).isIn("TOP_UP_AMOUNT_OUT_OF_RANGE", "AMOUNT_OUT_OF_RANGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"minor\": 20.5, \"currency\": \"USD\"}",
                "{\"minor\": 2e3, \"currency\": \"USD\"}",
                "{\"minor\": \"2000\", \"currency\": \"USD\"}",
                "{\"minor\": 99999999999999999999, \"currency\": \"USD\"}",
                "{\"minor\": null, \"currency\": \"USD\"}",
                "{\"minor\": 2000, \"currency\": \"XXX\"}",
                "{\"minor\": 2000, \"currency\": \"dollars\"}",
                "{\"minor\": 2000}",
                "{\"minor\": 2000, \"currency\": \"USD\", \"extra\": 1}",
                "null"
            })
    void what_is_no_amount_is_refused_and_the_field_is_named(String amount) {
        Answer answer = topUp(amount);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(answer.text("errors.0.field")).startsWith("amount");
    }

    @Test
    void money_of_another_currency_does_not_go_into_the_wallet() {
        Answer answer = topUp("{\"minor\": 2000, \"currency\": \"EUR\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("CURRENCY_MISMATCH");
    }

    @ParameterizedTest
    @ValueSource(longs = {49, 10_001, 0, -100, Long.MAX_VALUE})
    void a_rate_beyond_the_limits_is_refused(long rate) {
        Answer answer = Market.somebody("listener")
                .put("/v1/listeners/me/profile", Listener.profile("Lea", "grief", "en", Member.usd(rate)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("RATE_OUT_OF_RANGE");
    }

    @ParameterizedTest
    @ValueSource(longs = {50, 10_000})
    void a_rate_at_the_limits_is_fine(long rate) {
        Answer answer = Market.somebody("listener")
                .put("/v1/listeners/me/profile", Listener.profile("Lea", "grief", "en", Member.usd(rate)));

        assertThat(answer.status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"amount\": }", "not json", "["})
    void malformed_json_is_refused(String body) {
        Answer answer =
                Market.memberWith(0).person().send("POST", "/v1/wallet/top-ups", body, Map.of("Idempotency-Key", "x1"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("MALFORMED_JSON");
    }

    @Test
    void a_body_too_large_is_refused() {
        String body = "{\"displayName\": \"" + "x".repeat(70_000) + "\"}";

        Answer answer = Market.somebody("listener").send("PUT", "/v1/listeners/me/profile", body, Map.of());

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void missing_fields_are_all_named() {
        Answer answer = Market.memberWith(0).person().post("/v1/calls", Map.of());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(answer.text()).contains("listenerId").contains("media").contains("payWith");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/calls/not-an-id", "/v1/calls/lis_1", "/v1/listeners/call_1"})
    void what_is_no_id_is_a_bad_request_or_unknown(String path) {
        Answer answer = Market.memberWith(0).person().get(path);

        assertThat(answer.status()).as(answer.toString()).isIn(400, 404);
        assertThat(answer.code()).isNotEmpty();
    }

    @Test
    void a_problem_tells_type_title_status_code_and_what_to_quote() {
        Answer answer = Market.memberWith(0).person().get("/v1/calls/call_nobodyKnows");

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        List.of("type", "title", "code", "detail", "instance", "correlationId")
                .forEach(field -> assertThat(answer.text(field)).as(field).isNotEmpty());
        assertThat(answer.number("status")).isEqualTo(404);
    }

    private static Answer topUp(String amount) {
        String body = "{\"amount\": " + amount + ", \"method\": \"test_ok\"}";
        return Market.memberWith(0).person().send("POST", "/v1/wallet/top-ups", body, Map.of("Idempotency-Key", "x1"));
    }
}
