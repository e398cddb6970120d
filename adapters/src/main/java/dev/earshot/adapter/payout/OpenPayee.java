package dev.earshot.adapter.payout;

import dev.earshot.api.id.EarningsId;
import java.time.Instant;

/**
 * An account that a listener opened at a provider to be paid to.
 *
 * @param account the provider's name for it
 * @param openedAt when we took it up
 * @param attempts how often the provider has been asked since there was news, this time included
 * @param version changes whenever there is news, so that nobody who has not heard them puts them off
 */
public record OpenPayee(
        String account, EarningsId earningsId, String method, Instant openedAt, int attempts, long version) {}
