package dev.earshot.adapter.payments.stripe.card;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.SetupIntent;
import com.stripe.model.StripeError;
import dev.earshot.adapter.card.CardReply;
import dev.earshot.adapter.card.CardReply.Authorized;
import dev.earshot.adapter.card.CardReply.Captured;
import dev.earshot.adapter.card.CardReply.CardFace;
import dev.earshot.adapter.card.CardReply.Done;
import dev.earshot.adapter.card.CardReply.NotCaptured;
import dev.earshot.adapter.card.CardReply.ProviderCard;
import dev.earshot.adapter.card.CardReply.Saved;
import dev.earshot.adapter.payments.stripe.StripeFailures;
import dev.earshot.adapter.payments.stripe.StripeMapping;
import dev.earshot.api.card.CaptureFailure;
import dev.earshot.api.card.CardDecline;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/** From Stripe's words about cards to ours. */
final class CardMapping {
    private static final Set<String> LESS_MAY_DO =
            Set.of("insufficient_funds", "card_velocity_exceeded", "withdrawal_count_limit_exceeded");
    private static final Set<String> GONE =
            Set.of("charge_expired_for_capture", "capture_charge_authorization_expired", "resource_missing");
    private static final Set<String> MUST_BE_READ =
            Set.of("payment_intent_unexpected_state", "charge_already_captured");
    private static final int MOST_DECIMALS = 2;

    private CardMapping() {}

    /**
     * Whether amounts of this currency can be taken to the unit: of those with three decimals Stripe takes tens only, which
     * would make what a call cost another sum than what was charged.
     */
    static boolean counts(Currency currency) {
        return StripeMapping.counts(currency) && currency.getDefaultFractionDigits() <= MOST_DECIMALS;
    }

    /** Whether Stripe has understood and will not do it; what cannot be read is no answer, whatever its number. */
    static boolean isClearNo(StripeException failure) {
        return failure.getStripeError() != null && StripeFailures.isClearNo(failure);
    }

    static Saved saved(SetupIntent intent) {
        PaymentMethod method = intent.getPaymentMethodObject();
        PaymentMethod.Card card = method.getCard();
        String expires = "%02d/%d".formatted(card.getExpMonth(), card.getExpYear());
        return new Saved(
                new ProviderCard(intent.getCustomer(), method.getId()),
                Optional.ofNullable(card.getFingerprint()).orElse(method.getId()), // Wallets may have none.
                new CardFace(card.getBrand(), card.getLast4(), expires));
    }

    static Authorized authorized(PaymentIntent intent, Instant now, Duration holdsLast) {
        Instant captureBefore = Optional.ofNullable(intent.getLatestChargeObject())
                .map(charge -> charge.getPaymentMethodDetails())
                .map(details -> details.getCard())
                .map(card -> card.getCaptureBefore())
                .map(Instant::ofEpochSecond)
                .orElseGet(() -> now.plus(holdsLast));
        return new Authorized(
                intent.getId(), StripeMapping.money(intent.getAmount(), intent.getCurrency()), captureBefore);
    }

    static CardDecline decline(StripeException refusal) {
        return Optional.of(refusal)
                .filter(failure -> failure.getStatusCode() == 402)
                .map(failure -> decline(failure.getStripeError()))
                .orElseGet(() -> "resource_missing".equals(refusal.getCode())
                        ? CardDecline.CARD_UNKNOWN
                        : CardDecline.PAYMENT_REFUSED);
    }

    /** What a bank says to never try again is final, whatever else it says. */
    static CardDecline decline(StripeError error) {
        if (error == null) {
            return CardDecline.CARD_DECLINED;
        }
        boolean isFinal = "do_not_try_again".equals(error.getAdviceCode());
        if (LESS_MAY_DO.contains(String.valueOf(error.getDeclineCode()))) {
            return isFinal ? CardDecline.CARD_DECLINED : CardDecline.INSUFFICIENT_FUNDS;
        }
        return switch (String.valueOf(error.getCode())) {
            case "expired_card" -> CardDecline.CARD_EXPIRED;
            case "authentication_required",
                    "payment_intent_authentication_failure",
                    "setup_intent_authentication_failure" -> CardDecline.AUTHENTICATION_REQUIRED;
            default -> wantsCustomer(error) ? CardDecline.AUTHENTICATION_REQUIRED : CardDecline.CARD_DECLINED;
        };
    }

    /** Whether the bank wants to hear from the cardholder before it decides. */
    static boolean wantsCustomer(StripeError error) {
        return error != null
                && ("authentication_required".equals(error.getCode())
                        || "authentication_required".equals(error.getDeclineCode()));
    }

    /** What became of what was to be taken; empty while it is held, so that nothing is known of the request. */
    static Optional<CardReply> ofCapture(PaymentIntent intent) {
        return Optional.ofNullable(
                switch (String.valueOf(intent.getStatus())) {
                    case "succeeded" ->
                        new Captured(StripeMapping.money(intent.getAmountReceived(), intent.getCurrency()));
                    case "canceled" -> new NotCaptured(CaptureFailure.AUTHORIZATION_GONE);
                    case "requires_capture" -> null;
                    default -> throw unexpected(intent);
                });
    }

    /** What became of what was to be let go; empty while it is held. */
    static Optional<CardReply> ofRelease(PaymentIntent intent) {
        return Optional.ofNullable(
                switch (String.valueOf(intent.getStatus())) {
                    case "canceled" -> new Done();
                    case "succeeded", "null" -> throw unexpected(intent);
                    default -> null;
                });
    }

    static CaptureFailure captureFailure(StripeException refusal) {
        return GONE.contains(String.valueOf(refusal.getCode()))
                ? CaptureFailure.AUTHORIZATION_GONE
                : CaptureFailure.REFUSED;
    }

    /** Whether the refusal says only that the payment is further than we know. */
    static boolean mustBeRead(StripeException refusal) {
        return MUST_BE_READ.contains(String.valueOf(refusal.getCode()));
    }

    static IllegalStateException unexpected(PaymentIntent intent) {
        return new IllegalStateException("a payment " + intent.getId() + " that is " + intent.getStatus());
    }
}
