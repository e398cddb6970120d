package dev.earshot.adapter.payments;

import dev.earshot.adapter.payments.PaymentEvent.Declined;
import dev.earshot.adapter.payments.PaymentEvent.Paid;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.topup.TopUpCommand.ConfirmTopUp;
import dev.earshot.api.topup.TopUpCommand.DeclineTopUp;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows whom a payment event concerns. Here, and nowhere else, it is decided what becomes of one. */
@Component
public class PaymentRouter {
    private final CardReversalRouting cards;
    private final ReversalRouting reversals;
    private final SubscriptionRoutes subscriptions;
    private final StorePurchases purchases;

    PaymentRouter(
            CardReversalRouting cards,
            ReversalRouting reversals,
            SubscriptionRoutes subscriptions,
            StorePurchases purchases) {
        this.cards = cards;
        this.reversals = reversals;
        this.subscriptions = subscriptions;
        this.purchases = purchases;
    }

    /**
     * The command that this event of a provider asks for; none while there is nobody for it. Fails with {@link Unrouted}
     * where there is a reason to be told.
     */
    public Optional<Object> route(String provider, PaymentEvent event) {
        Optional<Object> reversal = cards.route(provider, event).or(() -> reversals.route(provider, event));
        if (reversal.isPresent()) {
            return reversal;
        }
        if (isTopUp(event)) {
            return ofTopUp(new TopUpId(event.about().subject()), event);
        }
        return subscriptions.route(provider, event).or(() -> purchases.route(provider, event));
    }

    private Optional<Object> ofTopUp(TopUpId topUp, PaymentEvent event) {
        if (event instanceof Paid paid) {
            return Optional.of(new ConfirmTopUp(
                    topUp, paid.amount(), paid.about().payment(), paid.about().at()));
        }
        if (event instanceof Declined declined) {
            return Optional.of(
                    new DeclineTopUp(topUp, declined.reason(), declined.about().at()));
        }
        return Optional.empty();
    }

    private static boolean isTopUp(PaymentEvent event) {
        return event.about().subject().startsWith(TopUpId.PREFIX);
    }
}
