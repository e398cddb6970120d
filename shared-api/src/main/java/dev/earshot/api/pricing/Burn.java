package dev.earshot.api.pricing;

/**
 * One step of a burn order: this pocket, at this tariff.
 *
 * @param pocket the pocket to burn
 * @param tariff its price; its unit selects the lots where a pocket has several kinds
 */
public record Burn(Pocket pocket, Tariff tariff) {}
