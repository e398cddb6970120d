package dev.earshot.adapter.payments.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import dev.earshot.adapter.payments.OpenTopUp;
import dev.earshot.adapter.payments.PaymentEvent.About;
import dev.earshot.adapter.payments.PaymentEvent.Declined;
import dev.earshot.adapter.payments.PaymentEvent.Paid;
import dev.earshot.adapter.payments.TopUpReply;
import dev.earshot.adapter.payments.TopUpReply.Settled;
import dev.earshot.adapter.payments.TopUpReply.Unknown;
import dev.earshot.adapter.payments.TopUpReply.Waiting;
import dev.earshot.adapter.refund.RefundReply;
import dev.earshot.adapter.refund.RefundReply.Given;
import dev.earshot.adapter.refund.RefundReply.NotGiven;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.RefundFailure;
import dev.earshot.api.topup.RefundReason;
import dev.earshot.api.topup.TopUpDecline;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From Stripe's answers to ours. */
public final class StripeMapping {
    /** Stripe counts these in other units than ISO 4217 does. */
    private static final Set<String> COUNTED_OTHERWISE = Set.of("ISK", "UGX", "MGA");

    private StripeMapping() {}

    /** Whether Stripe counts this currency in the units of ISO 4217. */
    public static boolean counts(Currency currency) {
        return !COUNTED_OTHERWISE.contains(currency.getCurrencyCode());
    }

    /** So much, as Stripe tells it. */
    public static Money money(long units, String currency) {
        Money money = Money.of(units, currency.toUpperCase(Locale.ROOT));
        if (!counts(money.currency())) {
            throw new IllegalArgumentException("Stripe counts " + currency + " in units of its own");
        }
        return money;
    }

    static TopUpReply reply(
            OpenTopUp topUp, PaymentIntent intent, String publishableKey, Instant now, Instant askAgainAt) {
        return switch (intent.getStatus()) {
            case "succeeded" ->
                new Settled(new Paid(
                        about(topUp, intent.getId(), now), money(intent.getAmountReceived(), intent.getCurrency())));
            case "canceled" -> new Settled(new Declined(about(topUp, intent.getId(), now), TopUpDecline.CARD_DECLINED));
            default ->
                new Waiting(
                        intent.getId(),
                        Map.of(
                                "provider",
                                "stripe",
                                "publishableKey",
                                publishableKey,
                                "clientSecret",
                                intent.getClientSecret()),
                        askAgainAt);
        };
    }

    /** Only a clear no is one; whatever else goes wrong leaves open whether the money has moved. */
    static TopUpReply reply(OpenTopUp topUp, StripeException failure, Instant now) {
        if (StripeFailures.isClearNo(failure)) {
            return new Settled(new Declined(about(topUp, referenceIn(topUp, failure), now), reason(failure)));
        }
        return new Unknown(StripeFailures.reason(failure), StripeFailures.retryAfter(failure));
    }

    static TopUpReply refused(OpenTopUp topUp, Instant now) {
        return new Settled(new Declined(about(topUp, topUp.id().value(), now), TopUpDecline.PAYMENT_REFUSED));
    }

    /** What became of a refund. One that waits is on its way: should it not arrive, a hook tells. */
    static RefundReply reply(Refund refund) {
        return switch (refund.getStatus()) {
            case "failed", "canceled" -> new NotGiven(RefundFailure.RETURNED);
            default -> new Given(refund.getId());
        };
    }

    /** Only a clear no is one. */
    static RefundReply reply(StripeException failure) {
        if (!StripeFailures.isClearNo(failure)) {
            return new RefundReply.Unknown(StripeFailures.reason(failure), StripeFailures.retryAfter(failure));
        }
        return new NotGiven(
                switch (String.valueOf(failure.getCode())) {
                    case "charge_already_refunded", "resource_missing" -> RefundFailure.NOTHING_LEFT;
                    case "refund_disputed_payment", "charge_disputed" -> RefundFailure.DISPUTED;
                    default -> RefundFailure.REFUSED;
                });
    }

    static RefundCreateParams.Reason reason(RefundReason reason) {
        return switch (reason) {
            case DUPLICATE -> RefundCreateParams.Reason.DUPLICATE;
            case FRAUDULENT -> RefundCreateParams.Reason.FRAUDULENT;
            case REQUESTED_BY_MEMBER, SERVICE_FAILED -> RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER;
        };
    }

    static TopUpDecline reason(String code, String declineCode) {
        if ("insufficient_funds".equals(declineCode)) {
            return TopUpDecline.INSUFFICIENT_FUNDS;
        }
        return switch (String.valueOf(code)) {
            case "resource_missing" -> TopUpDecline.METHOD_UNKNOWN;
            case "amount_too_small", "amount_too_large" -> TopUpDecline.PAYMENT_REFUSED;
            case "expired_card" -> TopUpDecline.CARD_EXPIRED;
            case "incorrect_cvc", "incorrect_number", "invalid_cvc", "invalid_number" ->
                TopUpDecline.CARD_DETAILS_WRONG;
            case "processing_error" -> TopUpDecline.PROVIDER_FAILED;
            case "authentication_required", "payment_intent_authentication_failure" ->
                TopUpDecline.AUTHENTICATION_REQUIRED;
            default -> TopUpDecline.CARD_DECLINED;
        };
    }

    private static TopUpDecline reason(StripeException failure) {
        String declineCode = failure.getStripeError() == null
                ? null
                : failure.getStripeError().getDeclineCode();
        return reason(failure.getCode(), declineCode);
    }

    private static String referenceIn(OpenTopUp topUp, StripeException failure) {
        return Optional.ofNullable(failure.getStripeError())
                .map(error -> error.getPaymentIntent())
                .map(PaymentIntent::getId)
                .orElse(topUp.reference().isEmpty() ? topUp.id().value() : topUp.reference());
    }

    private static About about(OpenTopUp topUp, String payment, Instant now) {
        return new About(payment, topUp.id().value(), "", "", now);
    }
}
