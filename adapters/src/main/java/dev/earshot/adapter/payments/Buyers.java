package dev.earshot.adapter.payments;

import dev.earshot.adapter.payments.PaymentEvent.About;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.purchase.Buyer;
import dev.earshot.platform.people.Pseudonyms;
import org.springframework.stereotype.Component;

/** Who has bought something outside, as far as the provider tells; only accounts of ours are named in clear. */
@Component
class Buyers {
    private final Pseudonyms pseudonyms;

    Buyers(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** An account's id is no secret, so it never serves as a name that can be claimed with. */
    Buyer of(String provider, About about) {
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
