package dev.earshot.adapter.payments.stripe.connect;

/**
 * How far a payout has come at Stripe: the name of its transfer, then of its way to the bank, kept as one reference.
 *
 * @param transfer empty before the money was moved to the listener's account at Stripe
 * @param payout empty before it was sent on to the bank
 */
record Trail(String transfer, String payout) {
    static Trail of(String reference) {
        int slash = reference.indexOf('/');
        return slash < 0
                ? new Trail(reference, "")
                : new Trail(reference.substring(0, slash), reference.substring(slash + 1));
    }

    Trail to(String name) {
        return new Trail(transfer, name);
    }

    String reference() {
        return payout.isEmpty() ? transfer : transfer + "/" + payout;
    }
}
