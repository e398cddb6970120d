package dev.earshot.saga.billing;

import dev.earshot.saga.CardBillingSettings;
import java.time.Duration;

/**
 * What holds for the card of one call, frozen like {@link Rules}.
 *
 * @param seconds for how long a talk each authorization is
 * @param fallbackSeconds for how long a talk it is at least
 * @param answer how long the call may wait for the first authorization
 */
record CardRules(long seconds, long fallbackSeconds, Duration answer) {
    static CardRules of(CardBillingSettings settings) {
        return new CardRules(settings.seconds(), settings.fallbackSeconds(), settings.answer());
    }
}
