package dev.earshot.adapter.payments.stripe.connect;

import dev.earshot.adapter.hook.Arrival;
import dev.earshot.adapter.hook.HookProvider;
import dev.earshot.adapter.payments.PaymentEvent;
import dev.earshot.adapter.payments.stripe.WhenStripe;
import dev.earshot.adapter.signature.TimedSignature;
import dev.earshot.api.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The webhooks of connected accounts: an endpoint and a secret of their own. */
@Component
@WhenStripe
class ConnectHooks implements HookProvider {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final TimedSignature signature;
    private final Clock clock;

    ConnectHooks(ConnectSettings settings, Clock clock) {
        this.signature = new TimedSignature(
                settings.webhookSecrets().stream()
                        .filter(secret -> !secret.isBlank())
                        .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                        .toList(),
                settings.tolerance());
        this.clock = clock;
    }

    @Override
    public String name() {
        return "stripe-connect";
    }

    @Override
    public Arrival verify(HttpHeaders headers, byte[] body) throws Refused {
        signature.check(headers.getFirst("Stripe-Signature"), body, clock.instant());
        try {
            JsonNode event = JSON.readTree(body);
            String id = event.path("id").asString("");
            return id.isEmpty()
                    ? Arrival.unreadable(body)
                    : Arrival.of(
                            id,
                            event.path("type").asString(""),
                            event.path("account").asString("") + event.path("data"));
        } catch (JacksonException notJson) {
            return Arrival.unreadable(body);
        }
    }

    @Override
    public Optional<PaymentEvent> read(byte[] body) {
        return ConnectMapping.event(JSON.readTree(body));
    }
}
