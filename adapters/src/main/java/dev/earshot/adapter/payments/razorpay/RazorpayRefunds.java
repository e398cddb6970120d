package dev.earshot.adapter.payments.razorpay;

import dev.earshot.adapter.refund.OpenRefund;
import dev.earshot.adapter.refund.RefundProvider;
import dev.earshot.adapter.refund.RefundReply;
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
