package dev.earshot.api.listener;

import dev.earshot.api.id.ListenerId;
import dev.earshot.api.money.Money;
import java.time.Instant;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a listener's profile. */
public sealed interface ListenerCommand {
    @TargetAggregateIdentifier
    ListenerId listenerId();

    /**
     * Publishes what the market may search by. What the listener writes about themselves is personal and is kept outside
     * the log.
     *
     * @param languages ISO 639 codes in lower case
     * @param ratePerMinute within {@link dev.earshot.api.pricing.RateLimits}, else {@code RATE_OUT_OF_RANGE}
     */
    record PublishProfile(
            ListenerId listenerId, Set<String> languages, Set<String> skills, Money ratePerMinute, Instant at)
            implements ListenerCommand {}

    /** Asks for the rate a minute now in force; answers a {@link Money}, changes nothing. */
    record QuoteRate(ListenerId listenerId) implements ListenerCommand {}
}
