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
    /** The command that this event asks for; none while there is nobody for it. */
    public Optional<Object> route(PaymentEvent event) {
        return isTopUp(event) ? ofTopUp(new TopUpId(event.about().subject()), event) : Optional.empty();
    }

    private static Optional<Object> ofTopUp(TopUpId topUp, PaymentEvent event) {
        if (event instanceof Paid paid) {
            return Optional.of(
                    new ConfirmTopUp(topUp, paid.about().payment(), paid.about().at()));
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
