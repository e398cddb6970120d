package dev.earshot.adapter.payments;

import dev.earshot.adapter.payments.PaymentEvent.Declined;
import dev.earshot.adapter.payments.PaymentEvent.Paid;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.TopUpCommand.ConfirmTopUp;
import dev.earshot.api.topup.TopUpCommand.DeclineTopUp;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows whom a payment event concerns. Here, and nowhere else, it is decided what becomes of one. */
@Component
public class PaymentRouter {
    private final OpenTopUps topUps;
    private final StorePurchases purchases;

    PaymentRouter(OpenTopUps topUps, StorePurchases purchases) {
        this.topUps = topUps;
        this.purchases = purchases;
    }

    /**
     * The command that this event of a provider asks for; none while there is nobody for it. Fails with {@link Unrouted}
     * where there is a reason to be told, and otherwise on a payment of the wrong amount.
     */
    public Optional<Object> route(String provider, PaymentEvent event) {
        return isTopUp(event) ? ofTopUp(new TopUpId(event.about().subject()), event) : purchases.route(provider, event);
    }

    private Optional<Object> ofTopUp(TopUpId topUp, PaymentEvent event) {
        if (event instanceof Paid paid) {
            checkAmount(topUp, paid.amount());
            return Optional.of(new ConfirmTopUp(
                    topUp, paid.amount(), paid.about().payment(), paid.about().at()));
        }
        if (event instanceof Declined declined) {
            return Optional.of(
                    new DeclineTopUp(topUp, declined.reason(), declined.about().at()));
        }
        return Optional.empty();
    }

    /** The wallet gets what was asked for, so nothing else may have been paid. */
    private void checkAmount(TopUpId topUp, Money paid) {
        topUps.find(topUp)
                .map(OpenTopUp::amount)
                .filter(asked -> !asked.equals(paid))
                .ifPresent(asked -> {
                    throw new IllegalStateException(paid + " paid where " + asked + " was asked for " + topUp);
                });
    }

    private static boolean isTopUp(PaymentEvent event) {
        return event.about().subject().startsWith(TopUpId.PREFIX);
    }
}
