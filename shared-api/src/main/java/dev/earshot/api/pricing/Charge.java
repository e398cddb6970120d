package dev.earshot.api.pricing;

/**
 * What one leg of a call came to.
 *
 * @param pocket the pocket that paid
 * @param lot the lot within the pocket, empty where the pocket has no lots
 * @param unit what {@code charged} counts
 * @param seconds seconds of talk on this leg
 * @param charged units taken from the pocket
 * @param earned the listener's part, minor units
 * @param fee the platform's part, minor units; for money legs {@code charged = earned + fee}
 */
public record Charge(Pocket pocket, String lot, Unit unit, long seconds, long charged, long earned, long fee) {}
