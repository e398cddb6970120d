package dev.earshot.wallet;

import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.LotId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.pricing.Burn;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.api.wallet.WalletEvent.AllowanceLapsed;
import dev.earshot.api.wallet.WalletEvent.PackExpired;
import dev.earshot.api.wallet.WalletEvent.PromoExpired;
import java.time.Instant;

/**
 * One store of value in a wallet: the cash, what never expires of another pocket, or one lot of it.
 *
 * @param lot the lot's id, empty for what is no lot
 * @param balance everything in it
 * @param held the part of the balance that running holds have set aside
 * @param expiresAt from then on nothing more is taken from it but what is held
 */
record Purse(Pocket pocket, String lot, Unit unit, long balance, long held, Instant expiresAt) {
    Purse {
        if (held < 0 || held > balance) {
            throw new IllegalStateException(pocket + " " + lot + " holds " + held + " of " + balance);
        }
    }

    static Purse ofCash() {
        return new Purse(Pocket.CASH, Leg.NO_LOT, Unit.MONEY, 0, 0, Instant.MAX);
    }

    static Purse ofPromo(LotId lot, Unit unit, long amount, Instant expiresAt) {
        return new Purse(Pocket.PROMO, lot.value(), unit, amount, 0, expiresAt);
    }

    /** So many units of a pack, which last as long as those of one that is paid at this moment. */
    static Purse ofPack(TopUpId topUp, Pack pack, long units, Instant paidAt) {
        return new Purse(pack.pocket(), lotOf(topUp, pack), pack.unit(), units, 0, pack.expiresAt(paidAt));
    }

    static Purse ofCard(CardPaymentId authorization, long amount) {
        return new Purse(Pocket.CARD, authorization.value(), Unit.MONEY, amount, 0, Instant.MAX);
    }

    static Purse ofAllowance(LotId lot, long seconds, Instant endOfDay) {
        return new Purse(Pocket.ALLOWANCE, lot.value(), Unit.SECONDS, seconds, 0, endOfDay);
    }

    /** The lot within its pocket that this pack is; empty for one that joins what is there. */
    static String lotOf(TopUpId topUp, Pack pack) {
        return pack.lot(LotId.of(topUp).value());
    }

    long available() {
        return balance - held;
    }

    boolean isCash() {
        return pocket == Pocket.CASH;
    }

    boolean isOfPack() {
        return pocket == Pocket.TOKENS || pocket == Pocket.MOMENTS;
    }

    boolean isSpent() {
        return !isCash() && balance == 0;
    }

    boolean hasExpired(Instant at) {
        return !at.isBefore(expiresAt);
    }

    boolean pays(Burn burn, Instant at) {
        return pocket == burn.pocket() && unit == burn.tariff().unit() && !hasExpired(at);
    }

    /** What a card has lent is good for the call it was lent to, and for no other. */
    boolean mayPayFor(CallId callId) {
        return pocket != Pocket.CARD || isLentTo(callId);
    }

    boolean isLentTo(CallId callId) {
        return pocket == Pocket.CARD && new CardPaymentId(lot).isFor(callId);
    }

    boolean is(Pocket thatPocket, String thatLot) {
        return pocket == thatPocket && lot.equals(thatLot);
    }

    /** That all of it which is not held is gone. */
    WalletEvent expired(WalletId wallet, Instant at) {
        LotId lotId = new LotId(lot);
        return switch (pocket) {
            case PROMO -> new PromoExpired(wallet, lotId, unit, available(), at);
            case ALLOWANCE -> new AllowanceLapsed(wallet, lotId, available(), at);
            default -> new PackExpired(wallet, lotId, pocket, unit, available(), at);
        };
    }

    Purse plus(long amount) {
        return with(Math.addExact(balance, amount), held);
    }

    Purse with(long balanceNow, long heldNow) {
        return balanceNow == balance && heldNow == held
                ? this
                : new Purse(pocket, lot, unit, balanceNow, heldNow, expiresAt);
    }
}
