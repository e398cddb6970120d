package dev.earshot.adapter.payments.stripe.card;

import com.stripe.exception.StripeException;
import dev.earshot.adapter.card.Asked;
import dev.earshot.adapter.card.CardOperation.Authorize;
import dev.earshot.adapter.card.CardOperation.Capture;
import dev.earshot.adapter.card.CardOperation.Release;
import dev.earshot.adapter.card.CardOperation.Save;
import dev.earshot.adapter.card.CardOperation.Watch;
import dev.earshot.adapter.card.CardProvider;
import dev.earshot.adapter.card.CardReply;
import dev.earshot.adapter.card.CardReply.ProviderCard;
import dev.earshot.adapter.card.CardReply.Unknown;
import dev.earshot.adapter.payments.stripe.StripeFailures;
import dev.earshot.adapter.payments.stripe.WhenStripe;
import dev.earshot.platform.payments.CardMethods;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Cards through Stripe. Whatever is neither done nor clearly refused is unknown, and asked again. */
@Component
@WhenStripe
class StripeCards implements CardProvider, CardMethods {
    private final CardSaving saving;
    private final CardHolding holding;
    private final CardTaking taking;

    StripeCards(CardSaving saving, CardHolding holding, CardTaking taking) {
        this.saving = saving;
        this.holding = holding;
        this.taking = taking;
    }

    @FunctionalInterface
    private interface Question {
        CardReply ask() throws StripeException;
    }

    @Override
    public String name() {
        return "stripe";
    }

    @Override
    public boolean mayKeep(String method) {
        return method.equals("card") || method.matches("pm_[0-9A-Za-z_]+");
    }

    @Override
    public boolean mayPayTo(String account) {
        return CardHolding.isAccount(account);
    }

    @Override
    public CardReply save(Save wish, Asked asked) {
        return orUnknown(() -> saving.save(wish, asked));
    }

    @Override
    public CardReply authorize(Authorize wish, ProviderCard card, Asked asked) {
        return orUnknown(() -> holding.authorize(wish, card, asked));
    }

    @Override
    public CardReply capture(Capture wish, Asked asked) {
        return orUnknown(() -> taking.capture(wish, asked));
    }

    @Override
    public CardReply release(Release wish, Asked asked) {
        return orUnknown(() -> taking.release(wish, asked));
    }

    @Override
    public CardReply forget(ProviderCard card) {
        return orUnknown(() -> saving.forget(card));
    }

    @Override
    public CardReply watch(Watch wish) {
        return orUnknown(() -> taking.watch(wish));
    }

    private static CardReply orUnknown(Question question) {
        try {
            return question.ask();
        } catch (StripeException failure) {
            return new Unknown(StripeFailures.reason(failure), StripeFailures.retryAfter(failure));
        } catch (RuntimeException unreadable) {
            // The library fails like this on an answer without a body.
            return new Unknown("an answer that cannot be read: " + unreadable, Duration.ZERO);
        }
    }
}
