package dev.earshot.adapter.payments.razorpay.payout;

import dev.earshot.adapter.hook.Arrival;
import dev.earshot.adapter.hook.HookProvider;
import dev.earshot.adapter.payments.PaymentEvent;
import dev.earshot.adapter.payments.razorpay.RazorpaySignature;
import dev.earshot.adapter.payments.razorpay.WhenRazorpay;
import dev.earshot.api.refusal.Refused;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** RazorpayX's webhooks: an endpoint and a secret of their own. */
@Component
@WhenRazorpay
class PayoutHooks implements HookProvider {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RazorpaySignature signature;

    PayoutHooks(RazorpayPayoutSettings settings) {
        this.signature = new RazorpaySignature(settings.webhookSecrets());
    }

    @Override
    public String name() {
        return "razorpay-x";
    }

    @Override
    public Arrival verify(HttpHeaders headers, byte[] body) throws Refused {
        return signature.check(headers, body);
    }

    @Override
    public Optional<PaymentEvent> read(byte[] body) {
        return PayoutMapping.event(JSON.readTree(body));
    }
}
