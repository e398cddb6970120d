package dev.earshot.app.story;

import dev.earshot.adapter.signature.TimedSignature;
import dev.earshot.app.client.Answer;
import dev.earshot.platform.secrets.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Plays the sandbox's network: tells by a hook whatever a story wants. */
final class SandboxNetwork {
    private SandboxNetwork() {}

    static Answer tell(String body) {
        byte[] secret = Running.inside(Secrets.class).get("sandbox-hooks");
        String signature = TimedSignature.header(secret, Instant.now(), body.getBytes(StandardCharsets.UTF_8));
        return Market.api().anonymous().send("POST", "/hooks/sandbox", body, Map.of("Sandbox-Signature", signature));
    }
}
