package dev.earshot.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest extends WebTest {
    @ParameterizedTest
    @CsvSource({
        "refused, 409, CALL_NOT_RINGING",
        "wrapped, 403, ONLY_CALLEE_MAY_ANSWER",
        "aggregate, 404, CALL_UNKNOWN",
        "wallet, 404, WALLET_UNKNOWN",
        "conflict, 503, BUSY",
        "bug, 500, INTERNAL",
    })
    void a_failed_command_is_a_problem_with_a_code(String how, int status, String code) {
        var reply = api.post("/v1/probe/fail/" + how).bearer(token).send();

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.header("Retry-After")).isEqualTo(status == 503 ? "1" : "");
        assertThat(reply.http().body()).doesNotContain("secret inside");
    }

    @Test
    void a_problem_says_what_where_and_under_which_correlation() {
        var reply = api.post("/v1/probe/fail/refused")
                .bearer(token)
                .with("X-Correlation-Id", "my-id.1")
                .send();

        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.header("X-Correlation-Id")).isEqualTo("my-id.1");
        assertThat(reply.http().body()).isEqualTo("""
                {"type":"https://earshot.dev/problems/CALL_NOT_RINGING","title":"Call not ringing","status":409,\
                "code":"CALL_NOT_RINGING","detail":"Call call_1 does not ring.",\
                "instance":"/v1/probe/fail/refused","correlationId":"my-id.1"}""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "has space", "<script>", "0123456789012345678901234567890123456789012345678901234567890123x"
            })
    void a_correlation_id_of_another_shape_is_replaced(String shown) {
        var reply = api.get("/v1/probe/me")
                .bearer(token)
                .with("X-Correlation-Id", shown)
                .send();

        assertThat(reply.header("X-Correlation-Id")).isNotEqualTo(shown).hasSize(36);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"amount":{"minor":12.5,"currency":"USD"}}                  | amount.minor    | whole number
            {"amount":{"minor":1e2,"currency":"USD"}}                   | amount.minor    | whole number
            {"amount":{"minor":"100","currency":"USD"}}                 | amount.minor    | whole number
            {"amount":{"minor":null,"currency":"USD"}}                  | amount.minor    | required
            {"amount":{"currency":"USD"}}                               | amount.minor    | required
            {"amount":{"minor":99999999999999999999,"currency":"USD"}}  | amount.minor    | too large
            {"amount":{"minor":1,"currency":"ABC"}}                     | amount.currency | ISO 4217
            {"amount":{"minor":1,"currency":"XAU"}}                     | amount          | minor units
            {"amount":{"minor":1,"currency":7}}                         | amount.currency | ISO 4217
            {"amount":{"minor":1}}                                      | amount          | amount
            {"amount":{"minor":1,"currency":"USD","major":2}}           | amount.major    | not known
            {"amount":100}                                              | amount          | amount
            {"listenerId":"lis_!"}                                      | listenerId      | id
            {"listenerId":7}                                            | listenerId      | id
            {"surprise":1}                                              | surprise        | not known
            {"role":"KING"}                                             | role            | one of MEMBER
            {"lines":[{"seconds":1},{"seconds":"x"}]}                   | lines[1].seconds | whole number
            {"lines":{}}                                                | lines           | list
            {"note":{}}                                                 | note            | text
            {"note":"a\\u0000b"}                                         | note            | text
            {"at":"soon"}                                               | at              | time
            {"at":"+1000000000-12-31T23:59:59Z"}                        | at              | time
            {"at":"-999999999-01-01T00:00:00Z"}                         | at              | time
            {"at":"+10000-01-01T00:00:00Z"}                             | at              | time
            """)
    void a_field_of_the_wrong_form_is_named(String body, String field, String message) {
        var reply =
                api.post("/v1/probe/orders").bearer(token).key("k").json(body).send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
        var fault = reply.body().path("errors").path(0);
        assertThat(fault.path("field").asString("")).isEqualTo(field);
        assertThat(fault.path("message").asString("")).contains(message).doesNotContain("dev.earshot", "java.");
    }

    @Test
    void every_missing_field_is_named_at_once() {
        var reply = api.post("/v1/probe/orders")
                .bearer(token)
                .key("k")
                .json("{\"note\":\" \",\"lines\":[{\"seconds\":0}]}")
                .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.body().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("listenerId", "amount", "note", "lines[0].seconds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nonsense", "{\"note\":\"a\",\"note\":\"b\"}", "[]", "7", "\"text\"", "null"})
    void what_is_not_the_json_object_it_should_be_is_malformed(String body) {
        var reply =
                api.post("/v1/probe/orders").bearer(token).key("k").json(body).send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("MALFORMED_JSON");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/nothing, 404, NOT_FOUND",
        "DELETE, /v1/probe/me, 405, METHOD_NOT_ALLOWED",
        "GET, /v1/probe/calls/call_1, 400, HEADER_MISSING",
        "GET, /v1/probe/calls/nonsense, 404, CALL_UNKNOWN",
        "GET, /v1/probe/calls/call_1?page=x, 400, PARAMETER_INVALID",
        "GET, /v1/probe/calls/call_1?since=soon, 400, PARAMETER_INVALID",
        "GET, /v1/probe/calls/call_1?since=%2B1000000000-12-31T23:59:59Z, 400, PARAMETER_INVALID",
        "GET, /v1/probe/calls/call_1?since=-999999999-01-01T00:00:00Z, 400, PARAMETER_INVALID",
        "GET, /v1/probe/calls/call_1?since=2026-01-31T12:00:00.123%2B01:00, 400, HEADER_MISSING",
        "GET, /v1/probe/calls/call_1?name=a%00b, 400, PARAMETER_INVALID",
        "DELETE, /v1/probe/things/x, 400, PARAMETER_INVALID",
        "POST, /v1/probe/orders, 400, IDEMPOTENCY_KEY_REQUIRED",
        "GET, /v1/probe//me;x=1, 400, BAD_REQUEST",
    })
    void a_request_that_fits_no_endpoint_is_told_why(String method, String path, int status, String code) {
        var ask = api.ask(method, path).bearer(token);

        var reply = (method.equals("POST") ? ask.json("{}") : ask).send();

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.body().path("correlationId").asString(""))
                .isEqualTo(reply.header("X-Correlation-Id"))
                .isNotEmpty();
    }

    @Test
    void other_media_types_are_refused_by_name() {
        var sent = api.post("/v1/probe/orders")
                .bearer(token)
                .key("k")
                .with("Content-Type", "application/xml")
                .send();
        var wanted = api.get("/v1/probe/me")
                .bearer(token)
                .with("Accept", "application/pdf")
                .send();

        assertThat(sent.status()).isEqualTo(415);
        assertThat(sent.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        assertThat(wanted.status()).isEqualTo(406);
        assertThat(wanted.code()).isEqualTo("NOT_ACCEPTABLE");
    }
}
