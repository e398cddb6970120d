package dev.earshot.adapter.payments.sandbox.hook;

import dev.earshot.adapter.hook.Arrival;
import dev.earshot.adapter.hook.HookProvider;
import dev.earshot.adapter.payments.PaymentEvent;
import dev.earshot.adapter.payments.sandbox.WhenSandbox;
import dev.earshot.adapter.payments.sandbox.hook.SandboxOutbox.Letter;
import dev.earshot.adapter.signature.TimedSignature;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.secrets.Secrets;
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

/** The network's hooks, signed as real ones are. */
@Component
@WhenSandbox
class SandboxHooks implements HookProvider {
    static final String NAME = "sandbox";

    /** Where the signature is. */
    static final String SIGNATURE = "Sandbox-Signature";

    /** The name of the secret in {@code earshot.secrets}. */
    static final String SECRET = "sandbox-hooks";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final TimedSignature signature;
    private final SandboxOutbox outbox;
    private final Clock clock;

    SandboxHooks(Secrets secrets, SandboxHookSettings settings, SandboxOutbox outbox, Clock clock) {
        this.signature = new TimedSignature(List.of(secrets.get(SECRET)), settings.tolerance());
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Arrival verify(HttpHeaders headers, byte[] body) throws Refused {
        signature.check(headers.getFirst(SIGNATURE), body, clock.instant());
        return arrival(body);
    }

    @Override
    public Optional<PaymentEvent> read(byte[] body) {
        return SandboxWords.read(JSON.readTree(body));
    }

    /** As with real networks, the list can be narrowed to what was not delivered. */
    @Override
    public List<Missed> toldSince(Instant moment) {
        return outbox.unheard(moment, clock.instant()).stream()
                .map(SandboxHooks::missed)
                .toList();
    }

    private static Missed missed(Letter letter) {
        byte[] body = letter.body().getBytes(StandardCharsets.UTF_8);
        return new Missed(arrival(body), body);
    }

    private static Arrival arrival(byte[] body) {
        try {
            JsonNode event = JSON.readTree(body);
            String id = event.path("id").asString("");
            return id.isEmpty()
                    ? Arrival.unreadable(body)
                    : Arrival.of(id, event.path("type").asString(""), new String(body, StandardCharsets.UTF_8));
        } catch (JacksonException notJson) {
            return Arrival.unreadable(body);
        }
    }
}
