package dev.earshot.adapter.payments.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import dev.earshot.adapter.payments.OpenTopUp;
import dev.earshot.adapter.payments.TopUpProvider;
import dev.earshot.adapter.payments.TopUpReply;
import dev.earshot.adapter.payments.TopUpReply.Unknown;
import dev.earshot.platform.payments.PaymentMethods;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Top-ups by card: {@code card}, which the member's client confirms with Stripe's own library, or a payment method of
 * Stripe's by its name, which is charged at once.
 */
@Component
@WhenStripe
class StripeTopUps implements TopUpProvider, PaymentMethods {
    private final StripeGateway stripe;
    private final StripeSettings settings;
    private final Clock clock;

    StripeTopUps(StripeGateway stripe, StripeSettings settings, Clock clock) {
        this.stripe = stripe;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "stripe";
    }

    @Override
    public boolean mayTake(String method) {
        return method.equals("card") || method.matches("pm_[0-9A-Za-z_]+");
    }

    @Override
    public TopUpReply ask(OpenTopUp topUp) {
        var now = clock.instant();
        if (!StripeMapping.counts(topUp.amount().currency())) {
            return StripeMapping.refused(topUp, now);
        }
        try {
            return intent(topUp)
                    .map(intent -> StripeMapping.reply(
                            topUp, intent, settings.publishableKey(), now, now.plus(settings.askAfter())))
                    .orElseGet(() -> StripeMapping.refused(topUp, now));
        } catch (StripeException failure) {
            return StripeMapping.reply(topUp, failure, now);
        } catch (RuntimeException unreadable) {
            // The library fails like this on an answer without a body.
            return new Unknown(unreadable.toString(), Duration.ZERO);
        }
    }

    /** A key that Stripe may have forgotten is never used again: it would take the money a second time. */
    private Optional<PaymentIntent> intent(OpenTopUp topUp) throws StripeException {
        if (!topUp.reference().isEmpty()) {
            return Optional.of(stripe.read(topUp.reference()));
        }
        boolean forgotten = topUp.askedAt().plus(settings.keysLast()).isBefore(clock.instant());
        return forgotten ? stripe.search(topUp) : Optional.of(stripe.begin(topUp));
    }
}
