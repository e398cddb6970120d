package dev.earshot.adapter.payments.razorpay;

import dev.earshot.adapter.hook.Arrival;
import dev.earshot.adapter.signature.TimedSignature;
import dev.earshot.api.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How Razorpay signs what it tells: all of it, but not when it did, nor the event's name. */
public final class RazorpaySignature {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<byte[]> secrets;

    /** Signatures by any of these secrets; blank ones sign nothing. */
    public RazorpaySignature(List<String> secrets) {
        this.secrets = secrets.stream()
                .filter(secret -> !secret.isBlank())
                .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** The event that was signed; refused if it was not. */
    public Arrival check(HttpHeaders headers, byte[] body) throws Refused {
        String signature = headers.getFirst("X-Razorpay-Signature");
        if (secrets.stream()
                .noneMatch(secret -> TimedSignature.matches(signature, TimedSignature.hmac(secret, body)))) {
            throw TimedSignature.invalid();
        }
        Arrival unnamed = Arrival.unreadable(body);
        String id = Optional.ofNullable(headers.getFirst("X-Razorpay-Event-Id")).orElse(unnamed.eventId());
        try {
            String type = JSON.readTree(body).path("event").asString("");
            return Arrival.of(id, type, unnamed.meaning());
        } catch (JacksonException notJson) {
            return unnamed;
        }
    }
}
