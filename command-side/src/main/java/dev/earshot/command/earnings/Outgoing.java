package dev.earshot.command.earnings;

import dev.earshot.api.id.PayoutId;
import dev.earshot.api.money.Money;
import java.time.Instant;

/**
 * A payout that has left.
 *
 * @param lost whether the provider was asked and not heard
 */
record Outgoing(PayoutId payoutId, Money amount, Instant requestedAt, boolean lost) {
    Outgoing gone() {
        return new Outgoing(payoutId, amount, requestedAt, true);
    }
}
