package dev.earshot.adapter.payments.razorpay;

import dev.earshot.adapter.payments.refund.OpenRefund;
import dev.earshot.adapter.payments.refund.RefundProvider;
import dev.earshot.adapter.payments.refund.RefundReply;
import org.springframework.stereotype.Component;

/** Gives back what was paid by Razorpay's checkout. */
@Component
@WhenRazorpay
class RazorpayRefunds implements RefundProvider {
    private final RazorpayGateway razorpay;

    RazorpayRefunds(RazorpayGateway razorpay) {
        this.razorpay = razorpay;
    }

    @Override
    public String name() {
        return "razorpay";
    }

    @Override
    public RefundReply ask(OpenRefund refund) {
        return RazorpayMapping.refund(razorpay.refund(refund));
    }
}
