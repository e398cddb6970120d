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
final class Api {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    Api(int port) {
        base = URI.create("http://127.0.0.1:" + port);
    }

    /** What came back. */
    record Reply(HttpResponse<String> http) {
        int status() {
            return http.statusCode();
        }

        JsonNode body() {
            return JSON.readTree(http.body());
        }

        String code() {
            return body().path("code").asString("");
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }
    }

    /** A request in the making. */
    final class Ask {
        private final HttpRequest.Builder request;
        private final String method;
        private HttpRequest.BodyPublisher body = BodyPublishers.noBody();

        private Ask(String method, String path) {
            this.method = method;
            this.request = HttpRequest.newBuilder(base.resolve(path));
        }

        Ask with(String header, String value) {
            request.header(header, value);
            return this;
        }

        Ask bearer(String token) {
            return with("Authorization", "Bearer " + token);
        }

        Ask key(String key) {
            return with("Idempotency-Key", key);
        }

        Ask json(String text) {
            body = BodyPublishers.ofString(text);
            return with("Content-Type", "application/json");
        }

        Ask chunked(Supplier<InputStream> source) {
            body = BodyPublishers.ofInputStream(source);
            return with("Content-Type", "application/json");
        }

        Reply send() {
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

    Ask get(String path) {
        return new Ask("GET", path);
    }

    Ask post(String path) {
        return new Ask("POST", path);
    }

    Ask ask(String method, String path) {
        return new Ask(method, path);
    }
}
