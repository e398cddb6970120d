package dev.earshot.adapter.payments.stripe.card;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How Stripe's cards pay calls.
 *
 * @param saveWithin how long a member may take to save a card, wrong entries included
 * @param askSavedAfter how long after a card was offered Stripe is asked about it, should no hook have come
 * @param confirmWithin how long a member may take to confirm what the bank wants confirmed while the call waits
 * @param askAfter how long after that was asked of them Stripe is asked about it, should no hook have come
 * @param holdsLast how long an authorization surely lasts of which Stripe does not tell; its shortest is 4 days and 18 hours
 */
@Validated
@ConfigurationProperties("payments.stripe.card")
record StripeCardSettings(
        @NotNull @DefaultValue("1h") Duration saveWithin,
        @NotNull @DefaultValue("1m") Duration askSavedAfter,
        @NotNull @DefaultValue("2m") Duration confirmWithin,
        @NotNull @DefaultValue("5s") Duration askAfter,
        @NotNull @DefaultValue("114h") Duration holdsLast) {}
