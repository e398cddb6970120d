package dev.earshot.adapter.payout;

import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.money.Money;
import java.time.Instant;

/**
 * A payout that a provider was or will be asked for.
 *
 * @param account the provider's name for where the money goes
 * @param askedAt when it was requested
 * @param reference the provider's name for the payout, empty until it is known
 * @param attempts how often the provider has been asked, this time included
 * @param version changes whenever there is news, so that nobody who has not heard them puts them off
 */
public record OpenPayout(
        PayoutId id,
        EarningsId earningsId,
        Money amount,
        String account,
        Instant askedAt,
        String reference,
        int attempts,
        long version) {}
