package dev.earshot.adapter.payments.razorpay;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
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

/** How Razorpay is spoken to. Its own library can be given neither an address nor time limits nor headers of our choice. */
@Component
@WhenRazorpay
public class RazorpayHttp {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long LONGEST_PEACE = 3_600;

    private final RestClient razorpay;

    RazorpayHttp(RazorpaySettings settings) {
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

    /** Asks. */
    public Answer get(String path, Object... variables) {
        return told(razorpay.get().uri(path, variables));
    }

    /** Sends. */
    public Answer post(String path, Map<String, Object> body) {
        return post(path, body, headers -> {});
    }

    /** Sends with further headers. */
    public Answer post(String path, Map<String, Object> body, Consumer<HttpHeaders> further) {
        return told(razorpay.post()
                .uri(path)
                .headers(further)
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
