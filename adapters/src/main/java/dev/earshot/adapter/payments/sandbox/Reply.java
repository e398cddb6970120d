package dev.earshot.adapter.payments.sandbox;

import java.time.Instant;

/**
 * The network's reply about one charge.
 *
 * @param verdict what it says
 * @param reference its own name for the charge
 * @param decidedAt when it decided, or will
 */
record Reply(Verdict verdict, String reference, Instant decidedAt) {}
