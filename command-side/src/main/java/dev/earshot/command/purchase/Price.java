package dev.earshot.command.purchase;

import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import java.math.BigInteger;

/**
 * What was paid for a pack and how much of it has gone back. The pack's worth shrinks with its price; a buyer keeps the
 * fraction of a unit.
 *
 * @param refunded how much has gone back so far; null while nothing has
 */
record Price(Money refunded) {
    static final Price WHOLE = new Price(null);

    Price back(Money inAll) {
        return new Price(inAll);
    }

    /** Whether this is more than is known to have gone back. */
    boolean isNews(Money inAll) {
        return inAll.isPositive()
                && (refunded == null
                        || inAll.currency().equals(refunded.currency()) && inAll.minor() > refunded.minor());
    }

    /**
     * Whether there is nothing left to give. Money of another currency is beyond comparison, so it counts as all; what was
     * given for nothing is never gone.
     *
     * @param lost what banks have taken beside what went back, minor units
     */
    boolean isGone(Pack pack, long lost) {
        Money paid = pack.price();
        if (!paid.isPositive()) {
            return false;
        }
        boolean beyond = refunded != null && !refunded.currency().equals(paid.currency());
        return beyond || lost + (refunded == null ? 0 : refunded.minor()) >= paid.minor();
    }

    /** What is left of the pack; only while it is not gone. */
    Pack left(Pack pack) {
        if (refunded == null || !pack.price().isPositive()) {
            return pack;
        }
        Money price = pack.price().minus(refunded);
        var shares = BigInteger.valueOf(pack.units()).multiply(BigInteger.valueOf(price.minor()));
        var units = shares.add(BigInteger.valueOf(pack.price().minor() - 1))
                .divide(BigInteger.valueOf(pack.price().minor()));
        return new Pack(pack.product(), pack.version(), units.longValueExact(), price, pack.validDays());
    }
}
