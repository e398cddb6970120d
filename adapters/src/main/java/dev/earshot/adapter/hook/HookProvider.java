package dev.earshot.adapter.hook;

import dev.earshot.adapter.payments.PaymentEvent;
import dev.earshot.api.refusal.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** A provider that sends hooks. One bean for each that is configured. */
public interface HookProvider {
    /** Its name in the path, and in the list of payment events. */
    String name();

    /** Makes certain that the provider sent exactly these bytes; refuses with HOOK_SIGNATURE_INVALID. */
    Arrival verify(HttpHeaders headers, byte[] body) throws Refused;

    /** What the body says; empty for what concerns nobody here. Fails on what cannot be read. */
    Optional<PaymentEvent> read(byte[] body);

    /** What it has told since then, by its own list; nothing where there is no such list. May take its time. */
    default List<Missed> toldSince(Instant moment) {
        return List.of();
    }

    /** What may never have arrived. */
    record Missed(Arrival arrival, byte[] body) {}
}
