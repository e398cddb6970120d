package dev.earshot.adapter.card;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Hears that a provider has something to tell of a card or a payment, and lets it be asked at once. */
@Component
public class CardNews {
    private final OpenCardOperations open;
    private final CardVault vault;
    private final Clock clock;

    CardNews(OpenCardOperations open, CardVault vault, Clock clock) {
        this.open = open;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * There is something new of this. Harmless when nothing is asked about it.
     *
     * @param subject our own name for the card or the payment
     * @param mayHaveLapsed whether what was authorized may stand no more
     */
    public void of(String subject, boolean mayHaveLapsed) {
        Instant now = clock.instant();
        open.hurry(subject, now);
        if (mayHaveLapsed) {
            open.hurryWatch(subject, now);
        }
    }

    /** The same of a card by the provider's own name for it. */
    public void ofMethod(String provider, String method) {
        vault.findByMethod(method, provider).ifPresent(card -> of(card.value(), false));
    }
}
