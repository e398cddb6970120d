package dev.earshot.adapter.payments.razorpay.payout;

import dev.earshot.adapter.payments.razorpay.Answer;
import dev.earshot.adapter.payments.razorpay.WhenRazorpay;
import dev.earshot.adapter.payout.OpenPayees;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.payout.PayoutRefusal;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.payments.PayeeOnboarding;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Names the listener's bank account to RazorpayX and keeps nothing of it but Razorpay's name. */
@Component
@WhenRazorpay
class RazorpayOnboarding implements PayeeOnboarding {
    private static final Logger LOG = LoggerFactory.getLogger(RazorpayOnboarding.class);

    private final PayoutGateway razorpay;
    private final OpenPayees payees;
    private final RazorpayPayoutSettings settings;

    RazorpayOnboarding(PayoutGateway razorpay, OpenPayees payees, RazorpayPayoutSettings settings) {
        this.razorpay = razorpay;
        this.payees = payees;
        this.settings = settings;
    }

    @Override
    public boolean mayPay(String method) {
        return settings.isComplete()
                && Set.of(BankDetails.BANK_ACCOUNT, BankDetails.VPA).contains(method);
    }

    /** Without details it is the account that was named before. */
    @Override
    public Onboarding begin(EarningsId earningsId, String method, Map<String, String> details) throws Refused {
        Optional<String> known =
                details.isEmpty() ? payees.accountOf(earningsId, "razorpay", method) : Optional.empty();
        String account = known.isPresent() ? known.get() : named(earningsId, BankDetails.of(method, details));
        return new Onboarding(account, Optional.empty());
    }

    private String named(EarningsId earningsId, BankDetails details) throws Refused {
        String contact = idIn(razorpay.contact(earningsId, details.holder()), earningsId);
        return idIn(razorpay.fundAccount(contact, details), earningsId);
    }

    /** Razorpay's texts may repeat what it was given, so they are for nobody to read. */
    private static String idIn(Answer answer, EarningsId earningsId) throws Refused {
        String id = answer.body().path("id").asString("");
        if (answer.isGood() && !id.isEmpty()) {
            return id;
        }
        LOG.atWarn().addKeyValue("earnings", earningsId).log("No fund account was named: status {}", answer.status());
        if (answer.isRefusal()) {
            throw PayoutRefusal.PAYOUT_ACCOUNT_DETAILS_INVALID.of("the provider does not accept this account");
        }
        throw PayoutRefusal.PAYOUT_PROVIDER_SILENT.of("the provider does not answer; please try again in a minute");
    }
}
