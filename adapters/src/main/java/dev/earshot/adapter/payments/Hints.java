package dev.earshot.adapter.payments;

import dev.earshot.adapter.card.CardNews;
import dev.earshot.adapter.payments.PaymentEvent.CardChanged;
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
    private final CardNews cards;
    private final Clock clock;

    Hints(OpenPayouts payouts, OpenPayees payees, CardNews cards, Clock clock) {
        this.payouts = payouts;
        this.payees = payees;
        this.cards = cards;
        this.clock = clock;
    }

    /** Lets the provider be asked at once; tells whether there is anything to ask about. */
    public boolean take(String provider, Hint hint) {
        if (hint instanceof CardChanged changed) {
            take(provider, changed);
            return true; // Of most there is nothing left to ask when the provider gets to tell of it.
        }
        Instant now = clock.instant();
        return hint instanceof PayeeChanged changed
                ? payees.news(changed.about().payment(), now)
                : payouts.news(hint.about().subject(), now);
    }

    private void take(String provider, CardChanged changed) {
        String subject = changed.about().subject();
        if (subject.isEmpty()) {
            cards.ofMethod(provider, changed.about().payment());
        } else {
            cards.of(subject, changed.mayHaveLapsed());
        }
    }
}
