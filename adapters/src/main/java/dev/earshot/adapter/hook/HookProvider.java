package dev.earshot.adapter.hook;

import dev.earshot.adapter.payments.PaymentEvent;
import dev.earshot.api.refusal.Refused;
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
}
