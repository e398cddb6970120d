package dev.earshot.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the platform under test, over a real connection. */
public final class Api {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    public Api(int port) {
        base = URI.create("http://127.0.0.1:" + port);
    }

    /** What came back. */
    public record Reply(HttpResponse<String> http) {
        public int status() {
            return http.statusCode();
        }

        public JsonNode body() {
            return JSON.readTree(http.body());
        }

        public String code() {
            return body().path("code").asString("");
        }

        public String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }
    }

    /** A request in the making. */
    public final class Ask {
        private final HttpRequest.Builder request;
        private final String method;
        private HttpRequest.BodyPublisher body = BodyPublishers.noBody();

        private Ask(String method, String path) {
            this.method = method;
            this.request = HttpRequest.newBuilder(base.resolve(path));
        }

        public Ask with(String header, String value) {
            request.header(header, value);
            return this;
        }

        public Ask bearer(String token) {
            return with("Authorization", "Bearer " + token);
        }

        public Ask key(String key) {
            return with("Idempotency-Key", key);
        }

        public Ask json(String text) {
            body = BodyPublishers.ofString(text);
            return with("Content-Type", "application/json");
        }

        public Ask chunked(Supplier<InputStream> source) {
            body = BodyPublishers.ofInputStream(source);
            return with("Content-Type", "application/json");
        }

        public Reply send() {
            try {
                return new Reply(http.send(request.method(method, body).build(), BodyHandlers.ofString()));
            } catch (IOException e) {
                throw new AssertionError(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    public Ask get(String path) {
        return new Ask("GET", path);
    }

    public Ask post(String path) {
        return new Ask("POST", path);
    }

    public Ask ask(String method, String path) {
        return new Ask(method, path);
    }
}
