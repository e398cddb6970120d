package dev.earshot.adapter.payments.stripe.connect;

import com.stripe.exception.StripeException;
import dev.earshot.adapter.payments.stripe.StripeFailures;
import dev.earshot.adapter.payments.stripe.WhenStripe;
import dev.earshot.adapter.payout.OpenPayees;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.payout.PayoutRefusal;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.payments.PayeeOnboarding;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Opens listeners' accounts at Stripe, where they then say who they are. The link to that page is neither kept nor logged:
 * whoever has it could say so in the listener's place.
 */
@Component
@WhenStripe
class StripeOnboarding implements PayeeOnboarding {
    static final String METHOD = "stripe_express";

    private static final Logger LOG = LoggerFactory.getLogger(StripeOnboarding.class);

    private final ConnectGateway stripe;
    private final OpenPayees payees;
    private final ConnectSettings settings;

    StripeOnboarding(ConnectGateway stripe, OpenPayees payees, ConnectSettings settings) {
        this.stripe = stripe;
        this.payees = payees;
        this.settings = settings;
    }

    @Override
    public boolean mayPay(String method) {
        return settings.isComplete() && method.equals(METHOD);
    }

    @Override
    public Onboarding begin(EarningsId earningsId, String method, Map<String, String> details) throws Refused {
        String country = details.getOrDefault("country", settings.country());
        if (!country.matches("[A-Z]{2}")) {
            throw PayoutRefusal.PAYOUT_ACCOUNT_DETAILS_INVALID.at(
                    "details.country", "must be a country's two letters, such as US");
        }
        try {
            Optional<String> known = payees.accountOf(earningsId, "stripe", method);
            String account = known.isPresent()
                    ? known.get()
                    : stripe.open(earningsId, country).getId();
            return new Onboarding(
                    account, Optional.of(stripe.onboarding(account, settings.returnUrl(), settings.refreshUrl())));
        } catch (StripeException failure) {
            LOG.atWarn()
                    .addKeyValue("earnings", earningsId)
                    .log("No account was opened: {}", StripeFailures.reason(failure));
            if (StripeFailures.isClearNo(failure)) {
                throw PayoutRefusal.PAYOUT_ACCOUNT_DETAILS_INVALID.of("the provider opens no such account");
            }
            throw silent();
        } catch (RuntimeException unreadable) {
            LOG.atWarn()
                    .addKeyValue("earnings", earningsId)
                    .log("No account was opened: an answer that cannot be read");
            throw silent();
        }
    }

    private static Refused silent() {
        return PayoutRefusal.PAYOUT_PROVIDER_SILENT.of("the provider does not answer; please try again in a minute");
    }
}
