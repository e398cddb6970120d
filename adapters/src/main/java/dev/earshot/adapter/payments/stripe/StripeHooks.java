package dev.earshot.adapter.payments.stripe;

import com.stripe.exception.StripeException;
import dev.earshot.adapter.hook.Arrival;
import dev.earshot.adapter.hook.HookProvider;
import dev.earshot.adapter.payments.PaymentEvent;
import dev.earshot.adapter.signature.TimedSignature;
import dev.earshot.api.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stripe's webhooks. The signature is checked here rather than by Stripe's library, which lets times in the future pass
 * and stumbles over missing headers.
 */
@Component
@WhenStripe
class StripeHooks implements HookProvider {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final TimedSignature signature;
    private final StripeGateway stripe;
    private final Clock clock;

    StripeHooks(StripeSettings settings, StripeGateway stripe, Clock clock) {
        settings.checkComplete();
        this.stripe = stripe;
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
        return "stripe";
    }

    /** How many deliveries are still under way is part of the body and differs between them, so only the data counts. */
    @Override
    public Arrival verify(HttpHeaders headers, byte[] body) throws Refused {
        signature.check(headers.getFirst("Stripe-Signature"), body, clock.instant());
        try {
            return arrival(JSON.readTree(body), body);
        } catch (JacksonException notJson) {
            return Arrival.unreadable(body);
        }
    }

    @Override
    public Optional<PaymentEvent> read(byte[] body) {
        return StripeEvents.read(JSON.readTree(body));
    }

    @Override
    public List<Missed> toldSince(Instant moment) {
        try {
            return stripe.eventsSince(moment).stream().map(StripeHooks::missed).toList();
        } catch (StripeException failure) {
            throw new IllegalStateException("Stripe does not list its events", failure);
        }
    }

    private static Missed missed(JsonNode event) {
        byte[] body = event.toString().getBytes(StandardCharsets.UTF_8);
        return new Missed(arrival(event, body), body);
    }

    private static Arrival arrival(JsonNode event, byte[] body) {
        String id = event.path("id").asString("");
        return id.isEmpty()
                ? Arrival.unreadable(body)
                : Arrival.of(
                        id,
                        event.path("type").asString(""),
                        event.path("account").asString("") + event.path("data"));
    }
}
