package dev.earshot.adapter.payments.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import dev.earshot.adapter.refund.OpenRefund;
import dev.earshot.adapter.refund.RefundProvider;
import dev.earshot.adapter.refund.RefundReply;
import dev.earshot.adapter.refund.RefundReply.Unknown;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives back what was paid by card. */
@Component
@WhenStripe
class StripeRefunds implements RefundProvider {
    private final StripeGateway stripe;
    private final StripeSettings settings;
    private final Clock clock;

    StripeRefunds(StripeGateway stripe, StripeSettings settings, Clock clock) {
        this.stripe = stripe;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "stripe";
    }

    @Override
    public RefundReply ask(OpenRefund refund) {
        try {
            return StripeMapping.reply(made(refund));
        } catch (StripeException failure) {
            return StripeMapping.reply(failure);
        } catch (RuntimeException unreadable) {
            // The library fails like this on an answer without a body.
            return new Unknown(unreadable.toString(), Duration.ZERO);
        }
    }

    /** Once Stripe may have forgotten the key, it is looked whether the refund was made before it is asked for again. */
    private Refund made(OpenRefund refund) throws StripeException {
        boolean forgotten = refund.askedAt().plus(settings.keysLast()).isBefore(clock.instant());
        Optional<Refund> known = forgotten ? stripe.find(refund) : Optional.empty();
        return known.isPresent() ? known.get() : stripe.refund(refund);
    }
}
