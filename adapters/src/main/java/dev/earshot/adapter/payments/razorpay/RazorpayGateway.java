package dev.earshot.adapter.payments.razorpay;

import dev.earshot.adapter.payments.OpenTopUp;
import dev.earshot.adapter.refund.OpenRefund;
import dev.earshot.api.money.Money;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Razorpay's API. Its own library can be given neither an address nor time limits of our choice. */
@Component
@WhenRazorpay
class RazorpayGateway {
    /** The key of our own name for a payment in Razorpay's notes. */
    static final String SUBJECT = "topUpId";

    /** The key of our own name for a refund. */
    static final String REFUND = "refundId";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long LONGEST_PEACE = 3_600;

    private final RestClient razorpay;

    RazorpayGateway(RazorpaySettings settings) {
        settings.checkComplete();
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build());
        requests.setReadTimeout(settings.readTimeout());
        this.razorpay = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(settings.apiBase())
                .defaultHeaders(headers -> headers.setBasicAuth(settings.keyId(), settings.keySecret()))
                .build();
    }

    /** Makes an order. There are no idempotency keys for orders; the receipt is how a lost one is found again. */
    Answer order(OpenTopUp topUp) {
        return post(
                "/v1/orders",
                Map.of(
                        "amount", topUp.amount().minor(),
                        "currency", topUp.amount().currency().getCurrencyCode(),
                        "receipt", receipt(topUp),
                        "notes", Map.of(SUBJECT, topUp.id().value())));
    }

    /** The orders made for this top-up. */
    Answer ordersOf(OpenTopUp topUp) {
        return get("/v1/orders?receipt={receipt}", receipt(topUp));
    }

    Answer paymentsOf(String order) {
        return get("/v1/orders/{order}/payments", order);
    }

    /** Takes the authorized money, all of it: Razorpay knows no partial capture. */
    Answer capture(String payment, Money amount) {
        return post(
                "/v1/payments/" + payment + "/capture",
                Map.of(
                        "amount", amount.minor(),
                        "currency", amount.currency().getCurrencyCode()));
    }

    Answer payment(String payment) {
        return get("/v1/payments/{payment}", payment);
    }

    /** The newest of those asked for since then; no more are listed at a time. */
    Answer refundsSince(Instant then) {
        return get("/v1/refunds?count=100&from={from}", Long.toString(then.getEpochSecond()));
    }

    Answer newestDisputes() {
        return get("/v1/disputes?count={count}", "100");
    }

    /** Gives money back, or repeats what was answered when it was asked for. */
    Answer refund(OpenRefund refund) {
        Map<String, Object> body = Map.of(
                "amount", refund.amount().minor(),
                "receipt", refund.id().suffix(),
                "notes",
                        Map.of(
                                SUBJECT, refund.topUpId().value(),
                                REFUND, refund.id().value()));
        return told(razorpay.post()
                .uri("/v1/payments/{payment}/refund", refund.payment())
                .header("X-Refund-Idempotency", refund.id().value())
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsBytes(body)));
    }

    /** At most 40 characters, so without the prefix. */
    private static String receipt(OpenTopUp topUp) {
        return topUp.id().suffix();
    }

    private Answer get(String path, String variable) {
        return told(razorpay.get().uri(path, variable));
    }

    private Answer post(String path, Map<String, Object> body) {
        return told(razorpay.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsBytes(body)));
    }

    private static Answer told(RestClient.RequestHeadersSpec<?> request) {
        try {
            return request.exchange((sent, answer) -> read(answer));
        } catch (ResourceAccessException nothingHeard) {
            return new Answer(0, MissingNode.getInstance(), Duration.ZERO);
        }
    }

    private static Answer read(ClientHttpResponse answer) throws IOException {
        String text = new String(answer.getBody().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(
                answer.getStatusCode().value(),
                json(text),
                wait(answer.getHeaders().getFirst("Retry-After")));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static Duration wait(String retryAfter) {
        try {
            return Duration.ofSeconds(
                    retryAfter == null ? 0 : Math.min(LONGEST_PEACE, Math.max(0, Long.parseLong(retryAfter))));
        } catch (NumberFormatException aDate) {
            return Duration.ZERO;
        }
    }
}
