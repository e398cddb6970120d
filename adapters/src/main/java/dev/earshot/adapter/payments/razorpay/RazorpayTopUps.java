package dev.earshot.adapter.payments.razorpay;

import dev.earshot.adapter.payments.OpenTopUp;
import dev.earshot.adapter.payments.TopUpProvider;
import dev.earshot.adapter.payments.TopUpReply;
import dev.earshot.adapter.payments.TopUpReply.Settled;
import dev.earshot.platform.payments.PaymentMethods;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Top-ups by Razorpay's checkout: we make an order, the member's client pays it, and we take what was authorized. */
@Component
@WhenRazorpay
class RazorpayTopUps implements TopUpProvider, PaymentMethods {
    private static final String RUPEES = "INR";

    private final RazorpayGateway razorpay;
    private final RazorpaySettings settings;
    private final Clock clock;

    RazorpayTopUps(RazorpayGateway razorpay, RazorpaySettings settings, Clock clock) {
        this.razorpay = razorpay;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "razorpay";
    }

    @Override
    public boolean mayTake(String method) {
        return method.equals("checkout");
    }

    @Override
    public TopUpReply ask(OpenTopUp topUp) {
        Instant now = clock.instant();
        if (!topUp.amount().currency().getCurrencyCode().equals(RUPEES)) {
            return RazorpayMapping.refused(topUp, now);
        }
        return topUp.reference().isEmpty() ? begun(topUp, now) : paid(topUp, now);
    }

    /** An order may have been made although we heard nothing, so from the second time on it is looked for first. */
    private TopUpReply begun(OpenTopUp topUp, Instant now) {
        if (topUp.attempts() > 1) {
            Answer orders = razorpay.ordersOf(topUp);
            if (!orders.isGood()) {
                return RazorpayMapping.unknown(orders);
            }
            JsonNode known = orders.body().path("items").path(0);
            if (known.isObject()) {
                return waiting(topUp, known, now);
            }
        }
        Answer made = razorpay.order(topUp);
        if (made.isRefusal()) {
            return RazorpayMapping.refused(topUp, now);
        }
        return made.isGood() ? waiting(topUp, made.body(), now) : RazorpayMapping.unknown(made);
    }

    private TopUpReply paid(OpenTopUp topUp, Instant now) {
        Answer payments = razorpay.paymentsOf(topUp.reference());
        if (!payments.isGood()) {
            return RazorpayMapping.unknown(payments);
        }
        for (JsonNode payment : payments.body().path("items")) {
            switch (payment.path("status").asString("")) {
                case "captured" -> {
                    return new Settled(RazorpayMapping.paid(topUp, payment, now));
                }
                case "authorized" -> {
                    return captured(topUp, payment, now);
                }
                default -> {
                    // Failed or begun: the member may try again under the same order.
                }
            }
        }
        return waiting(topUp, topUp.reference(), now);
    }

    /** A refused capture says nothing: it may have been captured by somebody else, which the next question tells. */
    private TopUpReply captured(OpenTopUp topUp, JsonNode payment, Instant now) {
        Answer capture = razorpay.capture(payment.path("id").asString(), RazorpayMapping.money(payment));
        boolean done =
                capture.isGood() && capture.body().path("status").asString("").equals("captured");
        return done ? new Settled(RazorpayMapping.paid(topUp, capture.body(), now)) : RazorpayMapping.unknown(capture);
    }

    private TopUpReply waiting(OpenTopUp topUp, JsonNode order, Instant now) {
        String id = order.path("id").asString("");
        return id.isEmpty() ? RazorpayMapping.unknown("an order without a name") : waiting(topUp, id, now);
    }

    private TopUpReply waiting(OpenTopUp topUp, String order, Instant now) {
        return RazorpayMapping.waiting(topUp, order, settings.keyId(), now.plus(settings.askAfter()));
    }
}
