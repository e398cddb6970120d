package dev.earshot.query.wallet;

import dev.earshot.api.id.LotId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.wallet.WalletEvent.AllowanceGranted;
import dev.earshot.api.wallet.WalletEvent.AllowanceLapsed;
import dev.earshot.api.wallet.WalletEvent.CashGivenBack;
import dev.earshot.api.wallet.WalletEvent.CashTakenBack;
import dev.earshot.api.wallet.WalletEvent.DebtGivenBack;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import dev.earshot.api.wallet.WalletEvent.PackCredited;
import dev.earshot.api.wallet.WalletEvent.PackExpired;
import dev.earshot.api.wallet.WalletEvent.PackGivenBack;
import dev.earshot.api.wallet.WalletEvent.PackTakenBack;
import dev.earshot.api.wallet.WalletEvent.PromoExpired;
import dev.earshot.api.wallet.WalletEvent.PromoGranted;
import dev.earshot.api.wallet.WalletEvent.ReceivableCancelled;
import dev.earshot.api.wallet.WalletEvent.ReceivablePaid;
import dev.earshot.api.wallet.WalletEvent.ReceivableRaised;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import dev.earshot.api.wallet.WalletEvent.WalletOpened;
import dev.earshot.query.fold.Folded;
import dev.earshot.query.wallet.WalletEntry.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A wallet as its events have left it: pockets, open holds, and the entries that this batch adds. */
final class WalletState extends Folded {
    final String walletId;
    final OpenHolds holds = new OpenHolds();
    final List<WalletEntry> newEntries = new ArrayList<>();
    private final Map<String, PocketBalance> pockets = new LinkedHashMap<>();
    private String currency;
    private long owed;

    WalletState(String walletId) {
        this(walletId, null, 0, List.of(), 0);
    }

    WalletState(String walletId, String currency, long owed, List<PocketBalance> pockets, long position) {
        super(position);
        this.walletId = walletId;
        this.currency = currency;
        this.owed = owed;
        pockets.forEach(this::put);
    }

    String currency() {
        return currency;
    }

    /** What the member owes, in minor units. */
    long owed() {
        return owed;
    }

    List<PocketBalance> pockets() {
        return List.copyOf(pockets.values());
    }

    void on(WalletOpened event) {
        currency = event.currency().getCurrencyCode();
        put(empty(Pocket.CASH, Leg.NO_LOT, Unit.MONEY));
    }

    void on(TopUpCredited event) {
        long amount = event.amount().minor();
        var cash = change(Pocket.CASH, Leg.NO_LOT, Unit.MONEY, amount, 0);
        enter(0, Kind.TOP_UP, cash, amount, null, event.topUpId().value(), event.at());
    }

    void on(PromoGranted event) {
        var lot = new PocketBalance(
                Pocket.PROMO, event.lotId().value(), event.unit(), event.amount(), 0, event.expiresAt());
        put(lot);
        enter(0, Kind.PROMO, lot, event.amount(), null, null, event.at());
    }

    void on(PromoExpired event) {
        var lot = change(Pocket.PROMO, event.lotId().value(), event.unit(), -event.amount(), 0);
        enter(0, Kind.PROMO_EXPIRED, lot, -event.amount(), null, null, event.at());
    }

    void on(PackCredited event) {
        var pack = event.pack();
        String lot = lotOf(event.topUpId(), pack);
        var pocket = put(change(pack.pocket(), lot, pack.unit(), pack.units(), 0)
                .expiringAt(pack.expires() ? pack.expiresAt(event.at()) : null));
        enter(0, Kind.PURCHASE, pocket, pack.units(), null, event.topUpId().value(), event.at());
    }

    void on(PackExpired event) {
        var lot = change(event.pocket(), event.lotId().value(), event.unit(), -event.units(), 0);
        enter(0, Kind.PACK_EXPIRED, lot, -event.units(), null, null, event.at());
    }

    void on(PackTakenBack event) {
        if (event.units() > 0) {
            var pack = event.pack();
            var pocket = change(pack.pocket(), lotOf(event.topUpId(), pack), pack.unit(), -event.units(), 0);
            enter(0, Kind.REFUND, pocket, -event.units(), null, event.topUpId().value(), event.at());
        }
    }

    void on(PackGivenBack event) {
        var pack = event.pack();
        String lot = lotOf(event.topUpId(), pack);
        var before = pockets.get(key(pack.pocket(), lot));
        var pocket = change(pack.pocket(), lot, pack.unit(), event.units(), 0);
        if (before == null && pack.expires()) {
            pocket = put(pocket.expiringAt(pack.expiresAt(event.at())));
        }
        enter(
                0,
                Kind.REFUND_UNDONE,
                pocket,
                event.units(),
                null,
                event.topUpId().value(),
                event.at());
    }

    void on(CashTakenBack event) {
        long amount = event.amount().minor();
        var cash = change(Pocket.CASH, Leg.NO_LOT, Unit.MONEY, -amount, 0);
        enter(0, Kind.REFUND, cash, -amount, null, event.topUpId().value(), event.at());
    }

    void on(CashGivenBack event) {
        long amount = event.amount().minor();
        var cash = change(Pocket.CASH, Leg.NO_LOT, Unit.MONEY, amount, 0);
        enter(0, Kind.REFUND_UNDONE, cash, amount, null, event.topUpId().value(), event.at());
    }

    /** The debt had been paid: what is owed does not change. */
    void on(DebtGivenBack event) {
        owe(Kind.REFUND_UNDONE, event.reference(), 0, event.amount().minor(), event.at());
    }

    void on(ReceivableCancelled event) {
        owe(Kind.RECEIVABLE_CANCELLED, event.reference(), -event.amount().minor(), 0, event.at());
    }

    void on(ReceivableRaised event) {
        owe(Kind.RECEIVABLE, event.reference(), event.amount().minor(), 0, event.at());
    }

    void on(ReceivablePaid event) {
        long amount = event.amount().minor();
        owe(Kind.RECEIVABLE_PAID, event.reference(), -amount, -amount, event.at());
    }

    void on(AllowanceGranted event) {
        pockets.values().removeIf(PocketBalance::isUsedUpDay);
        var day = put(change(Pocket.ALLOWANCE, event.lotId().value(), Unit.SECONDS, event.seconds(), 0)
                .expiringAt(event.expiresAt()));
        enter(0, Kind.ALLOWANCE, day, event.seconds(), null, null, event.at());
    }

    void on(AllowanceLapsed event) {
        var day = change(Pocket.ALLOWANCE, event.lotId().value(), Unit.SECONDS, -event.seconds(), 0);
        enter(0, Kind.ALLOWANCE_LAPSED, day, -event.seconds(), null, null, event.at());
    }

    void on(HoldPlaced event) {
        hold(event.grant(), 1);
        holds.open(event.callId().value(), event.grant());
    }

    void on(HoldExtended event) {
        hold(holds.grantOf(event.callId().value()), -1);
        hold(event.grant(), 1);
        holds.open(event.callId().value(), event.grant());
    }

    void on(HoldReleased event) {
        hold(event.grant(), -1);
        holds.close(event.callId().value());
    }

    void on(HoldCaptured event) {
        hold(event.grant(), -1);
        holds.close(event.callId().value());
        int line = 0;
        for (Charge charge : event.charges()) {
            if (charge.charged() > 0 && isOwned(charge.pocket())) {
                var pocket = change(charge.pocket(), charge.lot(), charge.unit(), -charge.charged(), 0);
                enter(
                        line++,
                        Kind.CALL,
                        pocket,
                        -charge.charged(),
                        event.callId().value(),
                        null,
                        event.at());
            }
        }
    }

    private void hold(Grant grant, int sign) {
        for (Leg leg : grant.legs()) {
            if (isOwned(leg.pocket())) {
                change(leg.pocket(), leg.lot(), leg.tariff().unit(), 0, sign * leg.held());
            }
        }
    }

    /** A courtesy is in nobody's pocket, and what a card lends to a call is never the member's balance. */
    private static boolean isOwned(Pocket pocket) {
        return pocket != Pocket.GRACE && pocket != Pocket.CARD;
    }

    private PocketBalance change(Pocket pocket, String lot, Unit unit, long balanceDelta, long heldDelta) {
        var before = pockets.getOrDefault(key(pocket, lot), empty(pocket, lot, unit));
        return put(before.changed(balanceDelta, heldDelta));
    }

    private PocketBalance put(PocketBalance pocket) {
        String key = key(pocket.pocket(), pocket.lot());
        if (pocket.isSpent()) {
            pockets.remove(key);
        } else {
            pockets.put(key, pocket);
        }
        return pocket;
    }

    /** What is owed changes, and the cash with it where money of the wallet has paid. */
    private void owe(Kind kind, String reference, long owedDelta, long cashDelta, Instant at) {
        owed = Math.addExact(owed, owedDelta);
        var cash = change(Pocket.CASH, Leg.NO_LOT, Unit.MONEY, cashDelta, 0);
        String topUpId = reference.startsWith(TopUpId.PREFIX) ? reference : null;
        newEntries.add(entry(0, kind, cash, cashDelta, null, topUpId, at).owing(owedDelta, reference));
    }

    private void enter(
            int line, Kind kind, PocketBalance pocket, long amount, String callId, String topUpId, Instant at) {
        newEntries.add(entry(line, kind, pocket, amount, callId, topUpId, at));
    }

    private WalletEntry entry(
            int line, Kind kind, PocketBalance pocket, long amount, String callId, String topUpId, Instant at) {
        return new WalletEntry(
                walletId,
                position(),
                line,
                kind,
                pocket.pocket(),
                pocket.lot(),
                pocket.unit(),
                amount,
                pocket.balance(),
                callId,
                topUpId,
                null,
                null,
                at);
    }

    private static PocketBalance empty(Pocket pocket, String lot, Unit unit) {
        return new PocketBalance(pocket, lot, unit, 0, 0, null);
    }

    private static String lotOf(TopUpId topUpId, Pack pack) {
        return pack.lot(LotId.of(topUpId).value());
    }

    private static String key(Pocket pocket, String lot) {
        return pocket + "/" + lot;
    }
}
