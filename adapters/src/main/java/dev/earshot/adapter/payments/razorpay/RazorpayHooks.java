package dev.earshot.adapter.payments.razorpay;

import dev.earshot.adapter.hook.Arrival;
import dev.earshot.adapter.hook.HookProvider;
import dev.earshot.adapter.payments.OpenTopUps;
import dev.earshot.adapter.payments.PaymentEvent;
import dev.earshot.api.refusal.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Razorpay's webhooks. Nothing in them tells their age, so an old one is only known by its event id; that the id is not
 * signed does no harm, for what follows from an event is harmless when repeated.
 */
@Component
@WhenRazorpay
class RazorpayHooks implements HookProvider {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RazorpaySignature signature;
    private final OpenTopUps topUps;
    private final RazorpayPull pull;

    RazorpayHooks(RazorpaySettings settings, OpenTopUps topUps, RazorpayPull pull) {
        settings.checkComplete();
        this.signature = new RazorpaySignature(settings.webhookSecrets());
        this.topUps = topUps;
        this.pull = pull;
    }

    @Override
    public String name() {
        return "razorpay";
    }

    @Override
    public Arrival verify(HttpHeaders headers, byte[] body) throws Refused {
        return signature.check(headers, body);
    }

    @Override
    public Optional<PaymentEvent> read(byte[] body) {
        return RazorpayMapping.event(JSON.readTree(body), this::subjectOf);
    }

    @Override
    public List<Missed> toldSince(Instant moment) {
        return pull.since(moment);
    }

    private String subjectOf(String order) {
        return topUps.findByReference(order).map(topUp -> topUp.id().value()).orElse("");
    }
}
