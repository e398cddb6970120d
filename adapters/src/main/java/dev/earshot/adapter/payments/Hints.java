package dev.earshot.adapter.payments;

import dev.earshot.adapter.payments.PaymentEvent.Hint;
import dev.earshot.adapter.payments.PaymentEvent.PayeeChanged;
import dev.earshot.adapter.payout.OpenPayees;
import dev.earshot.adapter.payout.OpenPayouts;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Knows about what a hint makes us ask the provider. */
@Component
public class Hints {
    private final OpenPayouts payouts;
    private final OpenPayees payees;
    private final Clock clock;

    Hints(OpenPayouts payouts, OpenPayees payees, Clock clock) {
        this.payouts = payouts;
        this.payees = payees;
        this.clock = clock;
    }

    /** Lets the provider be asked at once; tells whether there is anything to ask about. */
    public boolean take(Hint hint) {
        Instant now = clock.instant();
        return hint instanceof PayeeChanged changed
                ? payees.news(changed.about().payment(), now)
                : payouts.news(hint.about().subject(), now);
    }
}
