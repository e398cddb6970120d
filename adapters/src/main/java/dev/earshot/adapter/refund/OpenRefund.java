package dev.earshot.adapter.refund;

import dev.earshot.api.id.RefundId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.RefundReason;
import java.time.Instant;

/**
 * A refund that a provider was or will be asked for.
 *
 * @param payment the provider's name for the payment
 * @param method what the member had paid with
 * @param askedAt when it was requested
 * @param attempts how often the provider has been asked, this time included
 */
public record OpenRefund(
        RefundId id,
        TopUpId topUpId,
        String payment,
        String method,
        Money amount,
        RefundReason reason,
        Instant askedAt,
        int attempts) {}
