package dev.earshot.adapter.payments.razorpay.payout;

import dev.earshot.adapter.payments.razorpay.Answer;
import dev.earshot.adapter.payments.razorpay.WhenRazorpay;
import dev.earshot.adapter.payout.OpenPayee;
import dev.earshot.adapter.payout.OpenPayees;
import dev.earshot.adapter.payout.OpenPayout;
import dev.earshot.adapter.payout.PayeeReply;
import dev.earshot.adapter.payout.PayeeReply.Unvouched;
import dev.earshot.adapter.payout.PayeeReply.Vouched;
import dev.earshot.adapter.payout.PayoutProvider;
import dev.earshot.adapter.payout.PayoutReply;
import dev.earshot.adapter.payout.PayoutReply.Failed;
import dev.earshot.adapter.payout.PayoutReply.Unknown;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayeeNeed;
import dev.earshot.api.payout.PayoutFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Payouts through RazorpayX: rupees, from our balance there to the listener's bank or UPI address. */
@Component
@WhenRazorpay
class RazorpayPayouts implements PayoutProvider {
    private static final String RUPEES = "INR";
    /** RazorpayX sends no less, in paise. */
    private static final long LEAST = 100;
    /** The most that goes at once by IMPS, in paise; what is more takes the slower way. */
    private static final long MOST_BY_IMPS = 50_000_000;

    private final PayoutGateway razorpay;
    private final OpenPayees payees;
    private final RazorpayPayoutSettings settings;
    private final Clock clock;

    RazorpayPayouts(PayoutGateway razorpay, OpenPayees payees, RazorpayPayoutSettings settings, Clock clock) {
        this.razorpay = razorpay;
        this.payees = payees;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "razorpay";
    }

    @Override
    public PayoutReply pay(OpenPayout payout) {
        if (!settings.isComplete()) {
            return new Unknown("there is no payments.razorpay.payout.account-number", Duration.ZERO);
        }
        Money amount = payout.amount();
        if (!amount.currency().getCurrencyCode().equals(RUPEES) || amount.minor() < LEAST) {
            return new Failed(PayoutFailure.AMOUNT_REFUSED);
        }
        Instant now = clock.instant();
        if (payout.reference().isEmpty()) {
            return sent(payout, now);
        }
        Answer told = razorpay.payout(payout.reference());
        return told.isGood() ? PayoutMapping.reply(told.body(), now, settings) : PayoutMapping.unknown(told);
    }

    @Override
    public PayeeReply look(OpenPayee payee) {
        Answer told = razorpay.fundAccount(payee.account());
        if (told.isGood()) {
            return told.body().path("active").asBoolean(false)
                    ? new Vouched()
                    : new Unvouched(List.of(PayeeNeed.BANK_ACCOUNT));
        }
        return told.isRefusal()
                ? new Unvouched(List.of(PayeeNeed.RECONNECTION))
                : new PayeeReply.Unknown(told.reason(), told.retryAfter());
    }

    /** A key that may be forgotten is never relied upon: it would send the money a second time. */
    private PayoutReply sent(OpenPayout payout, Instant now) {
        if (payout.askedAt().plus(settings.keysLast()).isBefore(now)) {
            Answer known = razorpay.payoutsOf(payout);
            if (!known.isGood()) {
                return PayoutMapping.unknown(known);
            }
            JsonNode first = known.body().path("items").path(0);
            if (first.isObject()) {
                return PayoutMapping.reply(first, now, settings);
            }
        }
        Answer sent = razorpay.send(payout, mode(payout));
        if (sent.isRefusal() && !PayoutMapping.isOurFault(sent)) {
            return new Failed(PayoutMapping.refusal(sent));
        }
        return sent.isGood() ? PayoutMapping.reply(sent.body(), now, settings) : PayoutMapping.unknown(sent);
    }

    private String mode(OpenPayout payout) {
        if (payees.methodOf(payout.account()).filter(BankDetails.VPA::equals).isPresent()) {
            return "UPI";
        }
        return payout.amount().minor() > MOST_BY_IMPS ? "NEFT" : "IMPS";
    }
}
