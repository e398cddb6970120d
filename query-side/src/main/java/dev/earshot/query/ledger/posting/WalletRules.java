package dev.earshot.query.ledger.posting;

import dev.earshot.api.id.Id;
import dev.earshot.api.id.LotId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.wallet.WalletEvent.BalanceLow;
import dev.earshot.api.wallet.WalletEvent.BalanceWatched;
import dev.earshot.api.wallet.WalletEvent.CardDebtChanged;
import dev.earshot.api.wallet.WalletEvent.CashGivenBack;
import dev.earshot.api.wallet.WalletEvent.CashTakenBack;
import dev.earshot.api.wallet.WalletEvent.DebtGivenBack;
import dev.earshot.api.wallet.WalletEvent.PackCredited;
import dev.earshot.api.wallet.WalletEvent.PackExpired;
import dev.earshot.api.wallet.WalletEvent.PackGivenBack;
import dev.earshot.api.wallet.WalletEvent.PackTakenBack;
import dev.earshot.api.wallet.WalletEvent.PaymentReversed;
import dev.earshot.api.wallet.WalletEvent.PromoExpired;
import dev.earshot.api.wallet.WalletEvent.PromoGranted;
import dev.earshot.api.wallet.WalletEvent.ReceivableCancelled;
import dev.earshot.api.wallet.WalletEvent.ReceivablePaid;
import dev.earshot.api.wallet.WalletEvent.ReceivableRaised;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import dev.earshot.api.wallet.WalletEvent.WalletOpened;
import dev.earshot.query.ledger.chart.Account;
import dev.earshot.query.ledger.chart.Code;
import dev.earshot.query.ledger.entry.Memory.Returned;
import dev.earshot.query.ledger.entry.Parcel;
import dev.earshot.query.ledger.entry.Parcels;
import dev.earshot.query.ledger.entry.Rules;
import dev.earshot.query.ledger.entry.Sheet;
import java.util.List;

/**
 * What comes into wallets and goes from them other than by talk. Payments arrive and leave by way of
 * {@link Code#UNAPPLIED_PAYMENTS}; a promotion costs nothing before it is talked away.
 */
final class WalletRules {
    private WalletRules() {}

    static void into(Rules rules) {
        rules.nothing(
                        WalletOpened.class,
                        PromoGranted.class,
                        PromoExpired.class,
                        CardDebtChanged.class, // What is owed of it, other facts tell.
                        BalanceWatched.class,
                        BalanceLow.class)
                .post(
                        TopUpCredited.class,
                        TopUpCredited::at,
                        (fact, sheet) -> credit(sheet, fact.walletId(), fact.amount()))
                .post(
                        CashGivenBack.class,
                        CashGivenBack::at,
                        (fact, sheet) -> credit(sheet, fact.walletId(), fact.amount()))
                .post(
                        DebtGivenBack.class,
                        DebtGivenBack::at,
                        (fact, sheet) -> credit(sheet, fact.walletId(), fact.amount()))
                .post(
                        CashTakenBack.class,
                        CashTakenBack::at,
                        (fact, sheet) ->
                                move(sheet, fact.walletId(), Code.MEMBER_CASH, Code.UNAPPLIED_PAYMENTS, fact.amount()))
                .post(
                        ReceivableRaised.class,
                        ReceivableRaised::at,
                        (fact, sheet) ->
                                move(sheet, fact.walletId(), Code.RECEIVABLES, Code.UNAPPLIED_PAYMENTS, fact.amount()))
                .post(
                        ReceivablePaid.class,
                        ReceivablePaid::at,
                        (fact, sheet) ->
                                move(sheet, fact.walletId(), Code.MEMBER_CASH, Code.RECEIVABLES, fact.amount()))
                .post(
                        ReceivableCancelled.class,
                        ReceivableCancelled::at,
                        (fact, sheet) ->
                                move(sheet, fact.walletId(), Code.UNAPPLIED_PAYMENTS, Code.RECEIVABLES, fact.amount()))
                .post(
                        PackCredited.class,
                        PackCredited::at,
                        fact -> List.of(key(fact.walletId())),
                        WalletRules::credited)
                .post(PackExpired.class, PackExpired::at, fact -> List.of(key(fact.walletId())), WalletRules::expired)
                .post(
                        PackTakenBack.class,
                        PackTakenBack::at,
                        fact -> List.of(key(fact.walletId()), returned(fact.topUpId())),
                        WalletRules::takenBack)
                .post(
                        PackGivenBack.class,
                        PackGivenBack::at,
                        fact -> List.of(key(fact.walletId()), returned(fact.topUpId())),
                        WalletRules::givenBack)
                .post(
                        PaymentReversed.class,
                        PaymentReversed::at,
                        fact -> List.of(returned(fact.topUpId())),
                        WalletRules::reversed);
    }

    /** Where it is remembered how units of a pack answer for what has gone back of its price. */
    static String returned(Id topUp) {
        return "returned/" + topUp.value();
    }

    /** Where the packs of a wallet are remembered. */
    static String key(WalletId wallet) {
        return wallet.value();
    }

    private static void credit(Sheet sheet, WalletId wallet, Money amount) {
        move(sheet, wallet, Code.UNAPPLIED_PAYMENTS, Code.MEMBER_CASH, amount);
    }

    private static void move(Sheet sheet, WalletId wallet, Code debit, Code credit, Money amount) {
        sheet.move(
                Account.of(debit, wallet, amount.currency()),
                Account.of(credit, wallet, amount.currency()),
                amount.minor());
    }

    private static void credited(PackCredited fact, Sheet sheet) {
        Parcels before = sheet.recall(fact.walletId(), Parcels.NONE);
        move(
                sheet,
                fact.walletId(),
                Code.UNAPPLIED_PAYMENTS,
                Deferred.of(fact.pack().pocket()),
                fact.pack().price());
        sheet.remember(fact.walletId(), before.with(parcel(fact.topUpId(), fact.pack())));
    }

    private static void expired(PackExpired fact, Sheet sheet) {
        Parcels before = sheet.recall(fact.walletId(), Parcels.NONE);
        Parcels after = before.without(fact.pocket(), fact.lotId().value(), fact.units());
        Deferred.recognise(sheet, fact.walletId(), fact.pocket(), before, after, Code.BREAKAGE);
    }

    private static void takenBack(PackTakenBack fact, Sheet sheet) {
        Pack pack = fact.pack();
        Parcels before = sheet.recall(fact.walletId(), Parcels.NONE);
        String lot = parcel(fact.topUpId(), pack).lot();
        Parcels after = before.takenBack(pack.pocket(), lot, fact.topUpId().value(), fact.units());
        Deferred.recognise(sheet, fact.walletId(), pack.pocket(), before, after, Code.BREAKAGE);
        cover(sheet, fact.walletId(), fact.topUpId(), pack, fact.units());
    }

    private static void givenBack(PackGivenBack fact, Sheet sheet) {
        Parcels before = sheet.recall(fact.walletId(), Parcels.NONE);
        Parcels after = before.givenBack(parcel(fact.topUpId(), fact.pack()), fact.units());
        Deferred.recognise(sheet, fact.walletId(), fact.pack().pocket(), before, after, Code.BREAKAGE);
        cover(sheet, fact.walletId(), fact.topUpId(), fact.pack(), -fact.units());
    }

    /** What has gone back changes what the units taken already answer for. */
    private static void reversed(PaymentReversed fact, Sheet sheet) {
        Returned before = sheet.recall(returned(fact.topUpId()), Returned.NOTHING);
        if (!before.isNothing()) {
            Returned after = before.to(fact.inAll().minor(), before.taken());
            cover(sheet, fact.walletId(), fact.topUpId(), fact.inAll(), before, after);
        }
    }

    private static void cover(Sheet sheet, WalletId wallet, TopUpId topUp, Pack pack, long moreTaken) {
        Returned before = sheet.recall(returned(topUp), Returned.NOTHING);
        cover(sheet, wallet, topUp, pack.price(), before, before.to(before.inAll(), before.taken() + moreTaken));
    }

    private static void cover(
            Sheet sheet, WalletId wallet, TopUpId topUp, Money inCurrency, Returned before, Returned after) {
        sheet.move(
                Account.of(Code.BREAKAGE, inCurrency.currency()),
                Account.of(Code.UNAPPLIED_PAYMENTS, wallet, inCurrency.currency()),
                after.covered() - before.covered());
        sheet.remember(returned(topUp), after);
    }

    private static Parcel parcel(TopUpId topUp, Pack pack) {
        return new Parcel(
                pack.pocket(),
                pack.expires() ? LotId.of(topUp).value() : Leg.NO_LOT,
                topUp.value(),
                pack.price().currency().getCurrencyCode(),
                pack.price().minor(),
                pack.units(),
                0);
    }
}
