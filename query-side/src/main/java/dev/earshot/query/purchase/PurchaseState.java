package dev.earshot.query.purchase;

import dev.earshot.api.money.Money;
import dev.earshot.api.purchase.PurchaseEvent.ClaimRefunded;
import dev.earshot.api.purchase.PurchaseEvent.PackBought;
import dev.earshot.api.purchase.PurchaseEvent.PackClaimed;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseRefunded;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseUnclaimed;
import dev.earshot.query.fold.Folded;
import java.time.Instant;

/** A purchase as its events have left it. Until the purchase itself is told, only what went back of it is known. */
final class PurchaseState extends Folded {
    final String purchaseId;
    String product;
    Long units;
    Money price;
    String provider;
    String reference;
    Status status;
    Money refunded;
    long refundedBefore;
    String accountId;
    Instant paidAt;
    Instant claimedAt;
    Instant unclaimedSince;
    Long told;

    PurchaseState(String purchaseId) {
        this(purchaseId, 0);
    }

    PurchaseState(String purchaseId, long position) {
        super(position);
        this.purchaseId = purchaseId;
    }

    void on(PackBought event) {
        product = event.pack().product();
        units = event.pack().units();
        price = event.pack().price();
        provider = event.provider();
        reference = event.reference();
        status = isGone() ? Status.REFUNDED : Status.WAITING;
        paidAt = event.paidAt();
        told = position();
    }

    void on(PackClaimed event) {
        status = Status.CLAIMED;
        accountId = event.accountId().value();
        claimedAt = event.at();
        refundedBefore = refunded == null ? 0 : refunded.minor();
    }

    void on(PurchaseRefunded event) {
        refunded = event.inAll();
        status = price != null && isGone() ? Status.REFUNDED : status;
    }

    /** What went back before the claim was no part of what the account got. */
    void on(ClaimRefunded event) {
        Money before = Money.of(refundedBefore, price.currency().getCurrencyCode());
        refunded = before.plus(event.inAll());
    }

    void on(PurchaseUnclaimed event) {
        status = Status.UNCLAIMED;
        unclaimedSince = event.at();
    }

    private boolean isGone() {
        return refunded != null && (!refunded.currency().equals(price.currency()) || refunded.minor() >= price.minor());
    }

    /** How far a purchase has come. */
    enum Status {
        /** It waits for its account. */
        WAITING,
        /** Nobody has claimed it in time: its price should be given back. */
        UNCLAIMED,
        CLAIMED,
        /** Its price was given back before anybody had claimed it. */
        REFUNDED
    }
}
