package dev.earshot.adapter.payments.stripe.card;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import dev.earshot.adapter.card.Asked;
import dev.earshot.adapter.card.CardOperation;
import dev.earshot.adapter.card.CardOperation.Capture;
import dev.earshot.adapter.card.CardOperation.Release;
import dev.earshot.adapter.card.CardOperation.Watch;
import dev.earshot.adapter.card.CardReply;
import dev.earshot.adapter.card.CardReply.Done;
import dev.earshot.adapter.card.CardReply.Lapsed;
import dev.earshot.adapter.card.CardReply.NotCaptured;
import dev.earshot.adapter.card.CardReply.Stands;
import dev.earshot.adapter.payments.stripe.WhenStripe;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes what is held, or lets it go. An intent is taken or cancelled once, whatever the key; so after an answer was lost it is
 * looked what has become of it, and asked again under another name only while it is still held: under the same one Stripe
 * would repeat its own failure for a day.
 */
@Component
@WhenStripe
class CardTaking {
    private final CardGateway stripe;

    CardTaking(CardGateway stripe) {
        this.stripe = stripe;
    }

    CardReply capture(Capture wish, Asked asked) throws StripeException {
        try {
            Optional<CardReply> known = asked.attempts() > 1 ? captured(wish) : Optional.empty();
            return known.isPresent()
                    ? known.get()
                    : CardMapping.ofCapture(stripe.take(wish, key(wish, asked))).orElseThrow();
        } catch (StripeException failure) {
            if (!CardMapping.isClearNo(failure)) {
                throw failure;
            }
            return CardMapping.mustBeRead(failure)
                    ? captured(wish).orElseThrow(() -> failure)
                    : new NotCaptured(CardMapping.captureFailure(failure));
        }
    }

    CardReply release(Release wish, Asked asked) throws StripeException {
        try {
            Optional<CardReply> known = asked.attempts() > 1 ? released(wish) : Optional.empty();
            return known.isPresent()
                    ? known.get()
                    : CardMapping.ofRelease(stripe.letGo(wish.reference(), key(wish, asked)))
                            .orElseThrow();
        } catch (StripeException failure) {
            if (!CardMapping.isClearNo(failure)) {
                throw failure;
            }
            return "resource_missing".equals(failure.getCode())
                    ? new Done()
                    : released(wish).orElseThrow(() -> failure);
        }
    }

    CardReply watch(Watch wish) throws StripeException {
        PaymentIntent intent;
        try {
            intent = stripe.read(wish.reference());
        } catch (StripeException failure) {
            if (CardMapping.isClearNo(failure) && "resource_missing".equals(failure.getCode())) {
                return new Lapsed();
            }
            throw failure;
        }
        return switch (String.valueOf(intent.getStatus())) {
            case "canceled" -> new Lapsed();
            case "requires_capture", "succeeded" -> new Stands();
            default -> throw CardMapping.unexpected(intent);
        };
    }

    private Optional<CardReply> captured(Capture wish) throws StripeException {
        return CardMapping.ofCapture(stripe.read(wish.reference()));
    }

    private Optional<CardReply> released(Release wish) throws StripeException {
        return CardMapping.ofRelease(stripe.read(wish.reference()));
    }

    private static String key(CardOperation wish, Asked asked) {
        return asked.attempts() > 1 ? wish.name() + ":" + asked.attempts() : wish.name();
    }
}
