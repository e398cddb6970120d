package dev.earshot.api.id;

/** Names the automatic top-up of one wallet: the standing wish, not a single payment. */
public record AutoTopUpId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "aut_";

    public AutoTopUpId {
        IdRule.check(PREFIX, value);
    }

    /** The automatic top-up of this wallet. */
    public static AutoTopUpId of(WalletId wallet) {
        return new AutoTopUpId(PREFIX + wallet.suffix());
    }

    /** The wallet that is topped up. */
    public WalletId walletId() {
        return new WalletId(WalletId.PREFIX + suffix());
    }

    @Override
    public String toString() {
        return value;
    }
}
