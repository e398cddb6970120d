package dev.earshot.adapter.payments.razorpay;

import dev.earshot.api.refusal.RefusalCode;

/** Why the result of a checkout is not believed. */
enum CheckoutRefusal implements RefusalCode {
    /** Not signed by the provider for this top-up's order. */
    CHECKOUT_SIGNATURE_INVALID;

    @Override
    public Kind kind() {
        return Kind.UNPROCESSABLE;
    }
}
