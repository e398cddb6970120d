package dev.earshot.adapter.payments;

import dev.earshot.adapter.payments.PaymentEvent.About;
import dev.earshot.adapter.payments.PaymentEvent.DisputeLost;
import dev.earshot.adapter.payments.PaymentEvent.DisputeWon;
import dev.earshot.adapter.payments.PaymentEvent.Disputed;
import dev.earshot.adapter.payments.PaymentEvent.Paid;
import dev.earshot.adapter.payments.PaymentEvent.Refunded;
import dev.earshot.api.id.PurchaseId;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.purchase.DisputeVerdict;
import dev.earshot.api.purchase.PurchaseCommand.DisputePurchase;
import dev.earshot.api.purchase.PurchaseCommand.RecordPack;
import dev.earshot.api.purchase.PurchaseCommand.RefundPurchase;
import dev.earshot.platform.catalogue.Catalogue;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Payments that nobody here asked for: packs bought in an app store or at a provider's checkout, maybe by somebody who has
 * no account yet. Whatever is told of one goes to its purchase, which knows whether it has found its account; so a refund
 * told before, between or after is never lost, nor a dispute.
 */
@Component
class StorePurchases {
    private final Catalogue catalogue;
    private final Buyers buyers;
    private final Clock clock;

    StorePurchases(Catalogue catalogue, Buyers buyers, Clock clock) {
        this.catalogue = catalogue;
        this.buyers = buyers;
        this.clock = clock;
    }

    /** The command that this event asks for. Fails with {@link Unrouted} on what is not in the catalogue. */
    Optional<Object> route(String provider, PaymentEvent event) {
        About about = event.about();
        if (!about.subject().isEmpty()) {
            return Optional.empty();
        }
        PurchaseId purchase = new PaymentName(provider, about.payment()).purchaseId();
        Instant now = clock.instant();
        if (event instanceof Paid paid) {
            return Optional.of(new RecordPack(
                    purchase, pack(paid), provider, about.payment(), buyers.of(provider, about), about.at(), now));
        }
        if (event instanceof Refunded refunded) {
            return Optional.of(new RefundPurchase(purchase, refunded.inAll(), about.at()));
        }
        return dispute(purchase, event);
    }

    private static Optional<Object> dispute(PurchaseId purchase, PaymentEvent event) {
        Instant at = event.about().at();
        if (event instanceof Disputed opened) {
            return Optional.of(
                    new DisputePurchase(purchase, opened.dispute(), DisputeVerdict.OPEN, opened.amount(), at));
        }
        if (event instanceof DisputeWon won) {
            return Optional.of(new DisputePurchase(purchase, won.dispute(), DisputeVerdict.WON, won.amount(), at));
        }
        if (event instanceof DisputeLost lost) {
            return Optional.of(new DisputePurchase(purchase, lost.dispute(), DisputeVerdict.LOST, lost.amount(), at));
        }
        return Optional.empty();
    }

    /** What a store takes differs from the catalogue's price, by country and by what the store makes of it. */
    private Pack pack(Paid paid) {
        String product = paid.about().product();
        Pack pack = catalogue
                .packSoldAs(product)
                .orElseThrow(() -> new Unrouted("no pack of the catalogue is sold as '" + product + "'"));
        return new Pack(pack.product(), pack.version(), pack.units(), paid.amount(), pack.validDays());
    }
}
