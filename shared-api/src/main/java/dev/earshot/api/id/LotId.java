package dev.earshot.api.id;

import java.time.Instant;

/** Names one lot of a pocket: a gift, a bought pack that expires, or the allowance of a day. */
public record LotId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "lot_";

    public LotId {
        IdRule.check(PREFIX, value);
    }

    /** The lot of the pack that was bought with this top-up. */
    public static LotId of(TopUpId topUp) {
        return new LotId(PREFIX + topUp.suffix());
    }

    /** The lot of the day that ends at this moment, by the clock of the wallet's owner. */
    public static LotId ofDayUntil(WalletId wallet, Instant end) {
        return new LotId(PREFIX + Derived.suffix(wallet, end));
    }

    @Override
    public String toString() {
        return value;
    }
}
