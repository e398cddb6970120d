package dev.earshot.adapter.payments.razorpay.payout;

import dev.earshot.adapter.payments.razorpay.Answer;
import dev.earshot.adapter.payments.razorpay.RazorpayHttp;
import dev.earshot.adapter.payments.razorpay.WhenRazorpay;
import dev.earshot.adapter.payout.OpenPayout;
import dev.earshot.api.id.EarningsId;
import dev.earshot.platform.web.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Component;

/** RazorpayX's API. What it is told of bank accounts passes through and stays nowhere here. */
@Component
@WhenRazorpay
class PayoutGateway {
    /** The key of our own name for a payout in Razorpay's notes. */
    static final String SUBJECT = "payoutId";

    private static final int LONGEST_KEY = 36;

    private final RazorpayHttp razorpay;
    private final RazorpayPayoutSettings settings;

    PayoutGateway(RazorpayHttp razorpay, RazorpayPayoutSettings settings) {
        this.razorpay = razorpay;
        this.settings = settings;
    }

    Answer contact(EarningsId earningsId, String holder) {
        return razorpay.post(
                "/v1/contacts", Map.of("name", holder, "type", "vendor", "reference_id", key(earningsId.value())));
    }

    /** Names where a contact is paid; the same details get the same name. */
    Answer fundAccount(String contact, BankDetails details) {
        return razorpay.post(
                "/v1/fund_accounts",
                Map.of("contact_id", contact, "account_type", details.kind(), details.kind(), details.fields()));
    }

    Answer fundAccount(String account) {
        return razorpay.get("/v1/fund_accounts/{account}", account);
    }

    /** Sends the money, or repeats what was answered when it was sent. */
    Answer send(OpenPayout payout, String mode) {
        Map<String, Object> body = Map.of(
                "account_number", settings.accountNumber(),
                "fund_account_id", payout.account(),
                "amount", payout.amount().minor(),
                "currency", payout.amount().currency().getCurrencyCode(),
                "mode", mode,
                "purpose", "payout",
                "queue_if_low_balance", false,
                "reference_id", key(payout.id().value()),
                "narration", settings.narration(),
                "notes", Map.of(SUBJECT, payout.id().value()));
        return razorpay.post(
                "/v1/payouts",
                body,
                headers -> headers.set("X-Payout-Idempotency", key(payout.id().value())));
    }

    Answer payout(String name) {
        return razorpay.get("/v1/payouts/{payout}", name);
    }

    /** The payouts that carry our name for this one. */
    Answer payoutsOf(OpenPayout payout) {
        return razorpay.get(
                "/v1/payouts?account_number={account}&reference_id={reference}",
                settings.accountNumber(),
                key(payout.id().value()));
    }

    /** Razorpay takes names of 4 to 36 letters, digits, hyphens and underscores. */
    private static String key(String id) {
        return id.length() <= LONGEST_KEY
                ? id
                : Digests.hex(id.getBytes(StandardCharsets.UTF_8)).substring(0, LONGEST_KEY);
    }
}
