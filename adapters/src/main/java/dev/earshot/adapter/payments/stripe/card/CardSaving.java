package dev.earshot.adapter.payments.stripe.card;

import com.stripe.exception.StripeException;
import com.stripe.model.SetupIntent;
import dev.earshot.adapter.card.Asked;
import dev.earshot.adapter.card.CardOperation.Save;
import dev.earshot.adapter.card.CardReply;
import dev.earshot.adapter.card.CardReply.Declined;
import dev.earshot.adapter.card.CardReply.Done;
import dev.earshot.adapter.card.CardReply.NeedsCustomer;
import dev.earshot.adapter.card.CardReply.ProviderCard;
import dev.earshot.adapter.payments.stripe.StripeSettings;
import dev.earshot.adapter.payments.stripe.WhenStripe;
import dev.earshot.api.card.CardDecline;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Saves cards and forgets them. A card that the member's client tells Stripe may be entered wrongly and again, until it takes
 * too long; one that is named is kept or turned away at once.
 */
@Component
@WhenStripe
class CardSaving {
    private final CardGateway stripe;
    private final StripeCustomers customers;
    private final StripeSettings access;
    private final StripeCardSettings settings;
    private final Clock clock;

    CardSaving(
            CardGateway stripe,
            StripeCustomers customers,
            StripeSettings access,
            StripeCardSettings settings,
            Clock clock) {
        this.stripe = stripe;
        this.customers = customers;
        this.access = access;
        this.settings = settings;
        this.clock = clock;
    }

    CardReply save(Save wish, Asked asked) throws StripeException {
        SetupIntent intent;
        try {
            // Beginning twice, should Stripe have forgotten the key, takes no money.
            intent = asked.reference().isEmpty()
                    ? stripe.beginSaving(wish, customers.of(wish.cardholderId()))
                    : stripe.saving(asked.reference());
        } catch (StripeException failure) {
            if (CardMapping.isClearNo(failure)) {
                return new Declined(CardMapping.decline(failure));
            }
            throw failure;
        }
        return reply(intent, asked);
    }

    CardReply forget(ProviderCard card) throws StripeException {
        try {
            stripe.detach(card.method());
        } catch (StripeException failure) {
            if (!CardMapping.isClearNo(failure)) {
                throw failure; // A clear no says that it is detached, or was never there.
            }
        }
        return new Done();
    }

    private CardReply reply(SetupIntent intent, Asked asked) throws StripeException {
        return switch (String.valueOf(intent.getStatus())) {
            case "succeeded" -> CardMapping.saved(intent);
            case "canceled" -> declined(intent);
            case "processing" -> waiting(intent);
            case "requires_payment_method", "requires_confirmation", "requires_action" -> {
                Instant end = asked.since().plus(settings.saveWithin());
                if (clock.instant().isBefore(end)) {
                    yield waiting(intent);
                }
                stripe.stopSaving(intent.getId()); // Nobody is to save it after we have said that it is not saved.
                yield declined(intent);
            }
            default -> throw new IllegalStateException("a card whose saving is " + intent.getStatus());
        };
    }

    private static Declined declined(SetupIntent intent) {
        return new Declined(
                intent.getLastSetupError() == null
                        ? CardDecline.AUTHENTICATION_REQUIRED
                        : CardMapping.decline(intent.getLastSetupError()));
    }

    private NeedsCustomer waiting(SetupIntent intent) {
        return new NeedsCustomer(
                intent.getId(),
                Map.of(
                        "provider",
                        "stripe",
                        "publishableKey",
                        access.publishableKey(),
                        "clientSecret",
                        intent.getClientSecret()),
                clock.instant().plus(settings.askSavedAfter()));
    }
}
