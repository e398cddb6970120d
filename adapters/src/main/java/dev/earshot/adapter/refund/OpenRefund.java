package dev.earshot.adapter.refund;

import dev.earshot.api.card.RefundBearer;
import dev.earshot.api.id.RefundId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.RefundReason;
import java.time.Instant;

/**
 * A refund that a provider was or will be asked for.
 *
 * @param subject our own name for what was paid: the id of a top-up or of a card payment
 * @param payment the provider's name for the payment
 * @param method what the member had paid with; empty where that is no longer known
 * @param bearer who bears it; of a top-up nobody but the platform has got anything
 * @param askedAt when it was requested
 * @param attempts how often the provider has been asked, this time included
 */
public record OpenRefund(
        RefundId id,
        String subject,
        String payment,
        String method,
        Money amount,
        RefundReason reason,
        RefundBearer bearer,
        Instant askedAt,
        int attempts) {}
