package dev.earshot.query.purchase;

import dev.earshot.api.membership.Subscription;
import dev.earshot.api.money.Money;
import dev.earshot.api.purchase.PurchaseEvent.ClaimRefunded;
import dev.earshot.api.purchase.PurchaseEvent.PackBought;
import dev.earshot.api.purchase.PurchaseEvent.PackClaimed;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseDisputed;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseRefunded;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseUnclaimed;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionClaimed;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionTold;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionUnclaimed;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionWentOn;
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
    Instant lastsUntil;
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

    /** What is disputed may be unclaimed for long, too. */
    void on(PurchaseUnclaimed event) {
        unclaimedSince = event.at();
        status = status == Status.DISPUTED ? Status.DISPUTED : Status.UNCLAIMED;
    }

    void on(PurchaseDisputed event) {
        if (event.claimable()) {
            status = unclaimedSince == null ? Status.WAITING : Status.UNCLAIMED;
        } else {
            status = isGone() ? Status.REFUNDED : Status.DISPUTED;
        }
    }

    void on(StoreSubscriptionTold event) {
        tell(event.known());
        provider = event.provider();
        reference = event.reference();
        status = status == null ? Status.WAITING : status;
        told = told == null ? Long.valueOf(position()) : told;
    }

    void on(StoreSubscriptionClaimed event) {
        status = Status.CLAIMED;
        accountId = event.accountId().value();
        claimedAt = event.at();
    }

    void on(StoreSubscriptionWentOn event) {
        tell(event.known());
    }

    void on(StoreSubscriptionUnclaimed event) {
        status = Status.UNCLAIMED;
        unclaimedSince = event.at();
    }

    private void tell(Subscription known) {
        product = known.tier().name();
        paidAt = orNull(known.paidAt());
        lastsUntil = orNull(known.liveUntil());
    }

    private static Instant orNull(Instant instant) {
        return instant.equals(Instant.EPOCH) ? null : instant;
    }

    private boolean isGone() {
        return price.isPositive()
                && refunded != null
                && (!refunded.currency().equals(price.currency()) || refunded.minor() >= price.minor());
    }

    /** How far a purchase has come. */
    enum Status {
        /** It waits for its account. */
        WAITING,
        /** Nobody has claimed it in time: its price should be given back. */
        UNCLAIMED,
        CLAIMED,
        /** Its payer's bank disputes it, or has its price; it can be claimed once that is won. */
        DISPUTED,
        /** Its price was given back before anybody had claimed it. */
        REFUNDED
    }
}
