package dev.earshot.adapter.payments;

import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import java.time.Instant;

/**
 * A top-up that a provider was or will be asked for.
 *
 * @param method what the member pays with
 * @param askedAt when it was requested
 * @param reference the provider's name for the payment, empty until it is known
 * @param attempts how often the provider has been asked, this time included
 */
public record OpenTopUp(TopUpId id, Money amount, String method, Instant askedAt, String reference, int attempts) {}
