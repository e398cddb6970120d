package dev.earshot.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "web.rate-limit.per-second=1",
            "web.rate-limit.burst=5",
            "web.rate-limit.address-per-second=1",
            "web.rate-limit.address-burst=3",
            "web.body-limit.api=1KB",
            "web.cors-origins=https://console.example.com"
        })
class WebSettingsTest extends WebTest {
    @Test
    void an_account_that_asks_too_often_waits_and_others_do_not() {
        int answered = answeredUntilRefused(api.get("/v1/probe/me").bearer(token));

        meetAnn();
        var other = api.get("/v1/probe/me").bearer(token).send();

        assertThat(answered).isBetween(5, 99);
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void an_address_without_a_token_waits_sooner_but_its_health_checks_never() {
        assertThat(answeredUntilRefused(api.post("/v1/sessions"))).isBetween(3, 99);
        assertThat(answeredUntilRefused(api.get("/actuator/health/liveness"))).isEqualTo(100);
    }

    /** However slow the machine: one request a second comes back, and a hundred are asked much faster than that. */
    private static int answeredUntilRefused(Api.Ask ask) {
        for (int answered = 0; answered < 100; answered++) {
            var reply = ask.send();
            if (reply.status() == 429) {
                assertThat(reply.code()).isEqualTo("RATE_LIMITED");
                assertThat(Integer.parseInt(reply.header("Retry-After"))).isBetween(1, 2);
                return answered;
            }
        }
        return 100;
    }

    @ParameterizedTest
    @CsvSource({
        "announced, 1024, 400",
        "announced, 1025, 413",
        "chunked, 1024, 400",
        "chunked, 1025, 413",
        "chunked, 200000, 413",
    })
    void a_body_is_refused_behind_the_limit_whether_it_announces_its_size_or_not(String how, int size, int status) {
        var body = "{\"nonsense\":\"" + "a".repeat(size - 15) + "\"}";
        var ask = api.post("/v1/probe/lines").bearer(token);

        var reply = how.equals("chunked")
                ? ask.chunked(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                        .send()
                : ask.json(body).send();

        assertThat(body).hasSize(size);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(status == 413 ? "BODY_TOO_LARGE" : "VALIDATION_FAILED");
    }

    @Test
    void a_named_origin_may_ask_from_a_browser_and_no_other() {
        var console = preflight("https://console.example.com");
        var stranger = preflight("https://elsewhere.example.com");

        assertThat(console.status()).isEqualTo(200);
        assertThat(console.header("Access-Control-Allow-Origin")).isEqualTo("https://console.example.com");
        assertThat(console.header("Access-Control-Allow-Headers")).contains("Idempotency-Key");
        assertThat(console.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(stranger.status()).isEqualTo(403);
    }

    private Api.Reply preflight(String origin) {
        return api.ask("OPTIONS", "/v1/probe/orders")
                .with("Origin", origin)
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "Authorization, Idempotency-Key")
                .send();
    }
}
