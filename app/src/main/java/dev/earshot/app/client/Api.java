package dev.earshot.app.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The way to a running Earshot. */
public final class Api {
    static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** The API at this address, for example {@code http://127.0.0.1:8080}. */
    public Api(URI base) {
        this.base = base;
    }

    /** Nobody in particular: requests without a token. */
    public Person anonymous() {
        return new Person(this, "", "", "");
    }

    /**
     * Signs somebody in with the dev provider; at the first time that registers them.
     *
     * @param name becomes the local part of their address
     * @param roles in lower case, for example {@code listener}; without any a member
     */
    public Person signIn(String name, String... roles) {
        String idToken = "dev:" + name + "@example.com" + (roles.length == 0 ? "" : ":" + String.join(",", roles));
        Answer session = anonymous()
                .post(
                        "/v1/sessions",
                        Map.of(
                                "provider",
                                "dev",
                                "idToken",
                                idToken,
                                "device",
                                Map.of("id", "device-of-" + name, "platform", "web")))
                .ok();
        return new Person(this, name, session.text("accessToken"), session.text("accountId"));
    }

    /** Sends one request; an empty body sends none. */
    Answer send(String method, String path, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(method + " " + path, response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + method + " " + path, e);
        }
    }

    /** Listens to somebody's stream, from now on or after the thing heard last. */
    Stream listen(Person person, String lastHeard) {
        var request = HttpRequest.newBuilder(base.resolve("/v1/stream"))
                .header("Authorization", "Bearer " + person.token())
                .header("Accept", "text/event-stream");
        if (!lastHeard.isEmpty()) {
            request.header("Last-Event-ID", lastHeard);
        }
        return Stream.open(http, request.build());
    }
}
