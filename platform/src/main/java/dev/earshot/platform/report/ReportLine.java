package dev.earshot.platform.report;

import dev.earshot.api.money.Money;
import dev.earshot.api.reconciliation.Movement;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a provider's books.
 *
 * @param id the provider's name for this very line, which no other line of theirs has
 * @param movement what moved; empty for what our log does not tell of, such as what they send to our own bank
 * @param reference what {@link Movement} is told by: the payment of a payment or of a refund, else the thing itself
 * @param name the provider's name for the thing itself
 * @param amount positive where it comes to us, without the fee
 * @param fee what they keep for it
 * @param net what it changed of what they hold for us
 * @param at when it happened
 */
public record ReportLine(
        String id,
        Optional<Movement> movement,
        String reference,
        String name,
        Money amount,
        Money fee,
        Money net,
        Instant at) {}
