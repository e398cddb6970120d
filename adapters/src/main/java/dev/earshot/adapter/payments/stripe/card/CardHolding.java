package dev.earshot.adapter.payments.stripe.card;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import dev.earshot.adapter.card.Asked;
import dev.earshot.adapter.card.CardOperation.Authorize;
import dev.earshot.adapter.card.CardReply;
import dev.earshot.adapter.card.CardReply.Declined;
import dev.earshot.adapter.card.CardReply.NeedsCustomer;
import dev.earshot.adapter.card.CardReply.ProviderCard;
import dev.earshot.adapter.payments.stripe.StripeFailures;
import dev.earshot.adapter.payments.stripe.StripeSettings;
import dev.earshot.adapter.payments.stripe.WhenStripe;
import dev.earshot.api.card.CardDecline;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Holds amounts on cards, each with an intent of its own. One that is declined is cancelled, so that nobody confirms it after
 * a smaller one was asked for; one that the bank wants confirmed waits for the member, and is cancelled when that takes too
 * long.
 */
@Component
@WhenStripe
class CardHolding {
    private static final Logger LOG = LoggerFactory.getLogger(CardHolding.class);

    private final CardGateway stripe;
    private final StripeSettings access;
    private final StripeCardSettings settings;
    private final Clock clock;

    CardHolding(CardGateway stripe, StripeSettings access, StripeCardSettings settings, Clock clock) {
        this.stripe = stripe;
        this.access = access;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether this names an account at Stripe. */
    static boolean isAccount(String payee) {
        return payee.matches("acct_[0-9A-Za-z]+");
    }

    CardReply authorize(Authorize wish, ProviderCard card, Asked asked) throws StripeException {
        if (!isAccount(wish.payee()) || !CardMapping.counts(wish.amount().currency())) {
            return new Declined(CardDecline.PAYMENT_REFUSED);
        }
        Optional<PaymentIntent> intent;
        try {
            intent = intent(wish, card, asked);
        } catch (StripeException failure) {
            if (CardMapping.isClearNo(failure)) {
                return refused(wish, card, asked, failure);
            }
            throw failure;
        }
        return intent.isPresent()
                ? reply(wish, card, asked, intent.get())
                : new Declined(CardDecline.CARD_DECLINED); // Nothing was ever held.
    }

    /** A key that Stripe may have forgotten is never used again: it would hold the amount a second time. */
    private Optional<PaymentIntent> intent(Authorize wish, ProviderCard card, Asked asked) throws StripeException {
        if (!asked.reference().isEmpty()) {
            return Optional.of(stripe.read(asked.reference()));
        }
        boolean forgotten = asked.since().plus(access.keysLast()).isBefore(clock.instant());
        return forgotten ? stripe.find(wish, card, asked.since()) : Optional.of(stripe.hold(wish, card));
    }

    private CardReply refused(Authorize wish, ProviderCard card, Asked asked, StripeException refusal)
            throws StripeException {
        PaymentIntent intent = refusal.getStripeError().getPaymentIntent();
        if (intent == null) {
            return new Declined(CardMapping.decline(refusal));
        }
        return CardMapping.wantsCustomer(refusal.getStripeError())
                ? waiting(wish, card, asked, intent)
                : declined(wish, intent, CardMapping.decline(refusal));
    }

    private CardReply reply(Authorize wish, ProviderCard card, Asked asked, PaymentIntent intent)
            throws StripeException {
        StripeError error = intent.getLastPaymentError();
        return switch (String.valueOf(intent.getStatus())) {
            case "requires_capture", "succeeded" ->
                CardMapping.authorized(intent, clock.instant(), settings.holdsLast());
            case "canceled" -> new Declined(CardMapping.decline(error));
            case "requires_payment_method" ->
                error == null || CardMapping.wantsCustomer(error)
                        ? waiting(wish, card, asked, intent)
                        : cancelled(wish, intent, CardMapping.decline(error));
            case "requires_action", "requires_confirmation", "processing" -> waiting(wish, card, asked, intent);
            default -> throw CardMapping.unexpected(intent);
        };
    }

    private CardReply waiting(Authorize wish, ProviderCard card, Asked asked, PaymentIntent intent)
            throws StripeException {
        if (clock.instant().isAfter(asked.since().plus(settings.confirmWithin()))) {
            return cancelled(wish, intent, CardDecline.AUTHENTICATION_REQUIRED);
        }
        return new NeedsCustomer(
                intent.getId(),
                Map.of(
                        "provider",
                        "stripe",
                        "publishableKey",
                        access.publishableKey(),
                        "clientSecret",
                        intent.getClientSecret(),
                        "paymentMethod",
                        card.method()),
                clock.instant().plus(settings.askAfter()));
    }

    /** The member could still confirm it: it is looked at again unless it is cancelled for sure. */
    private Declined cancelled(Authorize wish, PaymentIntent intent, CardDecline reason) throws StripeException {
        stripe.letGo(intent.getId(), cancelKey(wish));
        return new Declined(reason);
    }

    /** What was declined holds nothing, and nobody was given what it takes to confirm it: the call need not wait for this. */
    private Declined declined(Authorize wish, PaymentIntent intent, CardDecline reason) {
        try {
            stripe.letGo(intent.getId(), cancelKey(wish));
        } catch (StripeException failure) {
            logLeft(wish, StripeFailures.reason(failure));
        } catch (RuntimeException unreadable) {
            logLeft(wish, "an answer that cannot be read");
        }
        return new Declined(reason);
    }

    private static String cancelKey(Authorize wish) {
        return wish.name() + ":cancel";
    }

    private static void logLeft(Authorize wish, String why) {
        LOG.atInfo().addKeyValue("operation", wish.name()).log("A declined intent was not cancelled: {}", why);
    }
}
