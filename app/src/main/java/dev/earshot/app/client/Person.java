package dev.earshot.app.client;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody at the API. Every request that changes something carries an idempotency key of its own.
 *
 * @param token the access token, empty for nobody in particular
 */
public record Person(Api api, String name, String token, String accountId) {
    public Answer get(String path) {
        return api.send("GET", path, "", headers(Map.of()));
    }

    public Answer post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    /** Posts under this idempotency key. */
    public Answer post(String path, Object body, String key) {
        return send("POST", path, Api.JSON.writeValueAsString(body), Map.of("Idempotency-Key", key));
    }

    public Answer put(String path, Object body) {
        return send(
                "PUT",
                path,
                Api.JSON.writeValueAsString(body),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    public Answer delete(String path) {
        return send(
                "DELETE", path, "", Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    /** Sends just this, right or wrong. */
    public Answer send(String method, String path, String body, Map<String, String> headers) {
        return api.send(method, path, body, headers(headers));
    }

    /** Everything that concerns this person, from now on. */
    public Stream listen() {
        return listenAfter("");
    }

    /** Everything that concerns this person and comes after what they heard last, named by its id. */
    public Stream listenAfter(String lastHeard) {
        return api.listen(this, lastHeard);
    }

    /** The same person with another token. */
    public Person withToken(String other) {
        return new Person(api, name, other, accountId);
    }

    private Map<String, String> headers(Map<String, String> more) {
        var headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        if (!token.isEmpty()) {
            headers.put("Authorization", "Bearer " + token);
        }
        headers.putAll(more);
        return headers;
    }
}
