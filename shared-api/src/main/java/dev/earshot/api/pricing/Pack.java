package dev.earshot.api.pricing;

import dev.earshot.api.money.Money;
import java.time.Duration;
import java.time.Instant;

/**
 * Means of talk that are bought at once. What lasts for ever joins its pocket, what expires is a lot of its own there.
 *
 * @param product what it is called in the catalogue
 * @param version the monetization version it is made for; the pack keeps it whatever version its buyer is on
 * @param units what it holds: tokens, or seconds of talk; at least 1
 * @param price what it costs
 * @param validDays how many days of 24 hours it lasts from the payment on; 0 for ever
 */
public record Pack(String product, PlanVersion version, long units, Money price, int validDays) {
    /** The pocket it is put into. */
    public Pocket pocket() {
        return switch (version) {
            case TOKENS -> Pocket.TOKENS;
            case MOMENTS -> Pocket.MOMENTS;
            default -> throw new IllegalArgumentException("there are no packs for " + version);
        };
    }

    /** What its units are. */
    public Unit unit() {
        return pocket() == Pocket.TOKENS ? Unit.TOKENS : Unit.SECONDS;
    }

    /** Whether the rest of it is lost some day. */
    public boolean expires() {
        return validDays > 0;
    }

    /** The lot of its pocket that it is when lots are named so; {@link Leg#NO_LOT} for what lasts for ever. */
    public String lot(String name) {
        return expires() ? name : Leg.NO_LOT;
    }

    /** When the rest of it is lost if it was paid at this moment; {@link Instant#MAX} for never. */
    public Instant expiresAt(Instant paidAt) {
        return expires() ? paidAt.plus(Duration.ofDays(validDays)) : Instant.MAX;
    }
}
