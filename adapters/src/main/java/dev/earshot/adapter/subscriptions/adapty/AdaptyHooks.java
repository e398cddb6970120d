package dev.earshot.adapter.subscriptions.adapty;

import dev.earshot.adapter.hook.Arrival;
import dev.earshot.adapter.hook.HookProvider;
import dev.earshot.adapter.payments.PaymentEvent;
import dev.earshot.adapter.signature.TimedSignature;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.start.CannotStart;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Adapty's webhooks. They are not signed: whoever knows the agreed word is Adapty. */
@Component
@ConditionalOnProperty(name = "subscriptions.adapty.enabled", havingValue = "true")
class AdaptyHooks implements HookProvider {
    /** Prices are fractions in JSON and must not pass through floating point. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final List<byte[]> words;
    private final boolean acceptSandbox;

    AdaptyHooks(AdaptySettings settings) {
        this.words = settings.authorizations().stream()
                .filter(word -> !word.isBlank())
                .map(AdaptyHooks::bytes)
                .toList();
        this.acceptSandbox = settings.acceptSandbox();
        if (words.isEmpty()) {
            throw new CannotStart(
                    "The setting subscriptions.adapty.authorizations is missing.",
                    "Set it in the environment as SUBSCRIPTIONS_ADAPTY_AUTHORIZATIONS, to what is entered at Adapty.");
        }
    }

    @Override
    public String name() {
        return "adapty";
    }

    @Override
    public Arrival verify(HttpHeaders headers, byte[] body) throws Refused {
        byte[] word = bytes(
                Optional.ofNullable(headers.getFirst(HttpHeaders.AUTHORIZATION)).orElse(""));
        if (words.stream().noneMatch(known -> MessageDigest.isEqual(known, word))) {
            throw TimedSignature.invalid();
        }
        try {
            return arrival(JSON.readTree(body), body);
        } catch (JacksonException notJson) {
            return Arrival.unreadable(body);
        }
    }

    @Override
    public Optional<PaymentEvent> read(byte[] body) {
        return AdaptyMapping.event(JSON.readTree(body), acceptSandbox);
    }

    /** Adapty tries the address with an empty object, or with a word that it wants to read again. */
    private static Arrival arrival(JsonNode event, byte[] body) {
        String word = event.path("adapty_check").asString("");
        if (!word.isEmpty()) {
            return Arrival.check(Map.of("adapty_check_response", word));
        }
        if (event.isObject() && event.isEmpty()) {
            return Arrival.check(Map.of("status", "ok"));
        }
        String id = event.path("event_properties").path("profile_event_id").asString("");
        return id.isEmpty()
                ? Arrival.unreadable(body)
                : Arrival.of(
                        id,
                        event.path("event_type").asString(""),
                        event.path("event_properties").toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
