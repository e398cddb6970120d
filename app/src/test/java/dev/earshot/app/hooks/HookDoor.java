package dev.earshot.app.hooks;

import dev.earshot.adapter.signature.TimedSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The door for the sandbox's hooks, seen from outside. */
public final class HookDoor {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final byte[] secret;

    public HookDoor(URI server, byte[] secret) {
        this.address = server.resolve("/hooks/sandbox");
        this.secret = secret;
    }

    /** Delivers this, rightly signed, and answers the status. */
    public int deliver(String body) {
        return deliver(body, TimedSignature.header(secret, Instant.now(), body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Delivers this with another signature. */
    public int deliver(String body, String signature) {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Sandbox-Signature", signature)
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
