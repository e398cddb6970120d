package dev.earshot.adapter.payments;

import dev.earshot.api.id.PurchaseId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.platform.web.Digests;

/**
 * What a payment is called, by whom. Payments that nobody asked for here get their ids from it, so that whatever is told
 * of one, however often and in whatever order, concerns the same purchase and the same top-up.
 */
record PaymentName(String provider, String payment) {

    /** The purchase that was paid so. */
    PurchaseId purchaseId() {
        return purchaseId(provider + "\n" + payment);
    }

    /**
     * The subscription that is called so. Stores call its first payment by the same name, which is a purchase of its own.
     */
    PurchaseId subscriptionId() {
        return purchaseId(provider + "\nsubscription\n" + payment);
    }

    /** The top-up that brings the purchase into a wallet once it is known whose it is. */
    TopUpId topUpId() {
        return TopUpId.of(purchaseId());
    }

    private static PurchaseId purchaseId(String text) {
        return new PurchaseId(PurchaseId.PREFIX + Digests.name(text));
    }
}
