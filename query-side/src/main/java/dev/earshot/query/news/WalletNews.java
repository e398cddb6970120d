package dev.earshot.query.news;

import dev.earshot.api.id.CallId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.topup.TopUpEvent;
import dev.earshot.api.topup.TopUpEvent.DuesDeclined;
import dev.earshot.api.topup.TopUpEvent.DuesPaid;
import dev.earshot.api.topup.TopUpEvent.DuesRequested;
import dev.earshot.api.topup.TopUpEvent.PackPaid;
import dev.earshot.api.topup.TopUpEvent.PackRequested;
import dev.earshot.api.topup.TopUpEvent.TopUpDeclined;
import dev.earshot.api.topup.TopUpEvent.TopUpPaid;
import dev.earshot.api.topup.TopUpEvent.TopUpRequested;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.api.wallet.WalletEvent.AllowanceGranted;
import dev.earshot.api.wallet.WalletEvent.AllowanceLapsed;
import dev.earshot.api.wallet.WalletEvent.DebtGivenBack;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldExtensionDeclined;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the owner of a wallet hears of it and of its top-ups. */
final class WalletNews {
    private static final String AMOUNT = "amount";
    private static final String PRODUCT = "product";

    private WalletNews() {}

    static void tell(Audience audience) {
        audience.tell(
                WalletOpened.class,
                event -> owner(event, wallet(event, event.at()).with("currency", event.currency())));
        audience.tell(
                TopUpCredited.class,
                event -> owner(
                        event,
                        wallet(event, event.at())
                                .with("topUpId", event.topUpId())
                                .with(AMOUNT, event.amount())));
        audience.tell(
                PromoGranted.class,
                event -> owner(
                        event,
                        wallet(event, event.at()).with("unit", event.unit()).with(AMOUNT, event.amount())));
        audience.tell(
                PromoExpired.class,
                event -> owner(
                        event,
                        wallet(event, event.at()).with("unit", event.unit()).with(AMOUNT, event.amount())));
        audience.tell(
                ReceivableCancelled.class,
                event -> owner(event, receivable(event, event.reference(), event.amount(), event.at())));
        audience.tell(
                DebtGivenBack.class,
                event -> owner(event, receivable(event, event.reference(), event.amount(), event.at())));
        audience.tell(
                ReceivableRaised.class,
                event -> owner(event, receivable(event, event.reference(), event.amount(), event.at())));
        audience.tell(
                ReceivablePaid.class,
                event -> owner(event, receivable(event, event.reference(), event.amount(), event.at())));
        tellOfPacks(audience);
        tellOfHolds(audience);
        GivenBackNews.tell(audience);
        audience.tell(TopUpRequested.class, event -> owner(event, topUp(event, "REQUESTED", event.at())));
        audience.tell(
                TopUpPaid.class,
                event -> owner(event, topUp(event, "PAID", event.at()).with(AMOUNT, event.amount())));
        audience.tell(
                TopUpDeclined.class,
                event -> owner(event, topUp(event, "DECLINED", event.at()).with("reason", event.reason())));
    }

    private static Shape receivable(WalletEvent event, String reference, Money amount, Instant at) {
        return wallet(event, at).with("reference", reference).with(AMOUNT, amount);
    }

    private static void tellOfPacks(Audience audience) {
        audience.tell(
                PackRequested.class,
                event -> owner(
                        event,
                        topUp(event, "REQUESTED", event.at())
                                .with(PRODUCT, event.pack().product())));
        audience.tell(
                PackPaid.class,
                event -> owner(
                        event,
                        topUp(event, "PAID", event.at())
                                .with(PRODUCT, event.pack().product())));
        audience.tell(
                PackCredited.class,
                event -> owner(event, pack(event, event.pack(), event.pack().units(), event.at())));
        audience.tell(PackGivenBack.class, event -> owner(event, pack(event, event.pack(), event.units(), event.at())));
        audience.tell(PackTakenBack.class, event -> owner(event, pack(event, event.pack(), event.units(), event.at())));
        audience.tell(
                DuesRequested.class,
                event -> owner(
                        event,
                        topUp(event, "REQUESTED", event.at())
                                .with(PRODUCT, event.dues().tier())));
        audience.tell(
                DuesPaid.class,
                event -> owner(
                        event,
                        topUp(event, "PAID", event.at())
                                .with(PRODUCT, event.dues().tier())));
        audience.tell(
                DuesDeclined.class,
                event -> owner(event, topUp(event, "DECLINED", event.at()).with("reason", event.reason())));
        audience.tell(AllowanceGranted.class, event -> owner(event, allowance(event, event.seconds(), event.at())));
        audience.tell(AllowanceLapsed.class, event -> owner(event, allowance(event, event.seconds(), event.at())));
        audience.tell(
                PackExpired.class,
                event -> owner(
                        event,
                        wallet(event, event.at()).with("unit", event.unit()).with(AMOUNT, event.units())));
    }

    private static Shape allowance(WalletEvent event, long seconds, Instant at) {
        return wallet(event, at).with("unit", Unit.SECONDS).with(AMOUNT, seconds);
    }

    private static Shape pack(WalletEvent event, Pack pack, long units, Instant at) {
        return wallet(event, at)
                .with(PRODUCT, pack.product())
                .with("unit", pack.unit())
                .with(AMOUNT, units);
    }

    private static void tellOfHolds(Audience audience) {
        audience.tell(
                HoldPlaced.class,
                event -> owner(
                        event, granted(event, event.callId(), event.grant().seconds(), event.at())));
        audience.tell(
                HoldExtended.class,
                event -> owner(
                        event, granted(event, event.callId(), event.grant().seconds(), event.at())));
        audience.tell(
                HoldExtensionDeclined.class,
                event -> owner(event, granted(event, event.callId(), event.grantedSeconds(), event.at())));
        audience.tell(HoldReleased.class, event -> owner(event, hold(event, event.callId(), event.at())));
        audience.tell(
                HoldCaptured.class,
                event -> owner(
                        event,
                        hold(event, event.callId(), event.at())
                                .with("billableSeconds", event.talkedSeconds())
                                .with(
                                        "charged",
                                        event.charges().stream()
                                                .map(WalletNews::charged)
                                                .toList())));
    }

    private static Map<String, Object> charged(Charge charge) {
        return Map.of(
                "pocket", charge.pocket(),
                "unit", charge.unit(),
                "seconds", charge.seconds(),
                "charged", charge.charged());
    }

    static Shape wallet(WalletEvent event, Instant at) {
        return Shape.of(Kind.WALLET, event, at).with("walletId", event.walletId());
    }

    private static Shape hold(WalletEvent event, CallId callId, Instant at) {
        return wallet(event, at).with("callId", callId);
    }

    private static Shape granted(WalletEvent event, CallId callId, long seconds, Instant at) {
        return hold(event, callId, at).with("grantedSeconds", seconds);
    }

    static Shape topUp(TopUpEvent event, String status, Instant at) {
        return Shape.of(Kind.TOP_UP, event, at).with("topUpId", event.topUpId()).with("status", status);
    }

    static List<Told> owner(WalletEvent event, Shape shape) {
        return owner(event.walletId(), shape);
    }

    static List<Told> owner(TopUpEvent event, Shape shape) {
        return owner(event.walletId(), shape);
    }

    private static List<Told> owner(WalletId walletId, Shape shape) {
        return List.of(shape.to(walletId.accountId()));
    }
}
