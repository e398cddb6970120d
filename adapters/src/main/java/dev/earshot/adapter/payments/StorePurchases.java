package dev.earshot.adapter.payments;

import dev.earshot.adapter.payments.PaymentEvent.About;
import dev.earshot.adapter.payments.PaymentEvent.Paid;
import dev.earshot.adapter.payments.PaymentEvent.Refunded;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.PurchaseId;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.purchase.Buyer;
import dev.earshot.api.purchase.PurchaseCommand.RecordPack;
import dev.earshot.api.purchase.PurchaseCommand.RefundPurchase;
import dev.earshot.platform.catalogue.Catalogue;
import dev.earshot.platform.people.Pseudonyms;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Payments that nobody here asked for: packs bought in an app store or at a provider's checkout, maybe by somebody who has
 * no account yet. Whatever is told of one goes to its purchase, which knows whether it has found its account; so a refund
 * told before, between or after is never lost.
 */
@Component
class StorePurchases {
    private final Catalogue catalogue;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    StorePurchases(Catalogue catalogue, Pseudonyms pseudonyms, Clock clock) {
        this.catalogue = catalogue;
        this.pseudonyms = pseudonyms;
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
                    purchase, pack(paid), provider, about.payment(), buyer(provider, about), about.at(), now));
        }
        if (event instanceof Refunded refunded) {
            return Optional.of(new RefundPurchase(purchase, refunded.inAll(), about.at()));
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

    /** An account's id is no secret, so it never serves as a name that can be claimed with. */
    private Buyer buyer(String provider, About about) {
        boolean isOurs = isAccount(about.customer());
        return new Buyer(
                isOurs ? about.customer() : "",
                isOurs ? "" : pseudonyms.ofCustomer(provider, about.customer()),
                pseudonyms.ofEmail(about.email()));
    }

    private static boolean isAccount(String customer) {
        if (!customer.startsWith(AccountId.PREFIX)) {
            return false;
        }
        try {
            new AccountId(customer);
            return true;
        } catch (IllegalArgumentException onlyLooksLikeIt) {
            return false;
        }
    }
}
