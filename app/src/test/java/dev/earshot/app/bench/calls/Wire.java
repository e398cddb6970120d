package dev.earshot.app.bench.calls;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** Many people's requests and streams over a few threads, each on a connection of its own while it lasts. */
final class Wire {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int THREADS = 2;

    static {
        // Shorter than the server's patience with an idle connection, so that a request never meets a closing one.
        System.setProperty("jdk.httpclient.keepalive.timeout", "10");
    }

    private final URI base;
    private final HttpClient http;

    Wire(URI base) {
        this.base = base;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .executor(Executors.newFixedThreadPool(THREADS, task -> {
                    Thread thread = new Thread(task, "wire");
                    thread.setDaemon(true);
                    return thread;
                }))
                .build();
    }

    CompletableFuture<HttpResponse<String>> post(String path, String token, String body) {
        return http.sendAsync(posting(path, token, body).build(), BodyHandlers.ofString());
    }

    /** Posts under an idempotency key of its own, as what moves money must. */
    CompletableFuture<HttpResponse<String>> postOnce(String path, String token, String body) {
        String key = UUID.randomUUID().toString();
        return http.sendAsync(
                posting(path, token, body).header("Idempotency-Key", key).build(), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> get(String path, String token) {
        return http.sendAsync(request(path, token).build(), BodyHandlers.ofString());
    }

    /** Opens somebody's stream for as long as it lasts. */
    void listen(String token, Ear ear) {
        http.sendAsync(
                        HttpRequest.newBuilder(base.resolve("/v1/stream"))
                                .header("Authorization", "Bearer " + token)
                                .header("Accept", "text/event-stream")
                                .build(),
                        BodyHandlers.fromLineSubscriber(ear))
                .whenComplete((end, failure) -> ear.ended());
    }

    private HttpRequest.Builder posting(String path, String token, String body) {
        return request(path, token).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("Authorization", "Bearer " + token);
    }
}
