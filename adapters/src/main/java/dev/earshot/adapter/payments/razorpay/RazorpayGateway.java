package dev.earshot.adapter.payments.razorpay;

import dev.earshot.adapter.payments.OpenTopUp;
import dev.earshot.adapter.refund.OpenRefund;
import dev.earshot.api.money.Money;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Razorpay's API, as far as it takes money. */
@Component
@WhenRazorpay
class RazorpayGateway {
    /** The key of our own name for a payment in Razorpay's notes. */
    static final String SUBJECT = "topUpId";

    /** The key of our own name for a refund. */
    static final String REFUND = "refundId";

    private final RazorpayHttp razorpay;

    RazorpayGateway(RazorpayHttp razorpay) {
        this.razorpay = razorpay;
    }

    /** Makes an order. There are no idempotency keys for orders; the receipt is how a lost one is found again. */
    Answer order(OpenTopUp topUp) {
        return razorpay.post(
                "/v1/orders",
                Map.of(
                        "amount", topUp.amount().minor(),
                        "currency", topUp.amount().currency().getCurrencyCode(),
                        "receipt", receipt(topUp),
                        "notes", Map.of(SUBJECT, topUp.id().value())));
    }

    /** The orders made for this top-up. */
    Answer ordersOf(OpenTopUp topUp) {
        return razorpay.get("/v1/orders?receipt={receipt}", receipt(topUp));
    }

    Answer paymentsOf(String order) {
        return razorpay.get("/v1/orders/{order}/payments", order);
    }

    /** Takes the authorized money, all of it: Razorpay knows no partial capture. */
    Answer capture(String payment, Money amount) {
        return razorpay.post(
                "/v1/payments/" + payment + "/capture",
                Map.of(
                        "amount", amount.minor(),
                        "currency", amount.currency().getCurrencyCode()));
    }

    Answer payment(String payment) {
        return razorpay.get("/v1/payments/{payment}", payment);
    }

    /** The newest of those asked for since then; no more are listed at a time. */
    Answer refundsSince(Instant then) {
        return razorpay.get("/v1/refunds?count=100&from={from}", Long.toString(then.getEpochSecond()));
    }

    Answer newestDisputes() {
        return razorpay.get("/v1/disputes?count={count}", "100");
    }

    /** Gives money back, or repeats what was answered when it was asked for. */
    Answer refund(OpenRefund refund) {
        Map<String, Object> body = Map.of(
                "amount", refund.amount().minor(),
                "receipt", refund.id().suffix(),
                "notes",
                        Map.of(
                                SUBJECT, refund.subject(),
                                REFUND, refund.id().value()));
        return razorpay.post(
                "/v1/payments/" + refund.payment() + "/refund",
                body,
                headers -> headers.set("X-Refund-Idempotency", refund.id().value()));
    }

    /** At most 40 characters, so without the prefix. */
    private static String receipt(OpenTopUp topUp) {
        return topUp.id().suffix();
    }
}
