package dev.earshot.adapter.card;

import java.time.Instant;

/**
 * How often and since when a provider is asked the same.
 *
 * @param since when it was first wanted
 * @param reference what the provider calls it, empty until that is known
 * @param attempts how often it has been asked, this time included
 */
public record Asked(Instant since, String reference, int attempts) {}
