package dev.earshot.query.ledger.posting;

import dev.earshot.api.id.CallId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.wallet.WalletEvent.AllowanceAgreed;
import dev.earshot.api.wallet.WalletEvent.AllowanceGranted;
import dev.earshot.api.wallet.WalletEvent.AllowanceLapsed;
import dev.earshot.api.wallet.WalletEvent.CardLent;
import dev.earshot.api.wallet.WalletEvent.DayZoneSet;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldExtensionDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import dev.earshot.query.ledger.chart.Account;
import dev.earshot.query.ledger.chart.Code;
import dev.earshot.query.ledger.entry.Memory.Held;
import dev.earshot.query.ledger.entry.Parcels;
import dev.earshot.query.ledger.entry.Rules;
import dev.earshot.query.ledger.entry.Sheet;
import java.util.Currency;
import java.util.List;

/**
 * What talk costs. What a call sets aside of its member's money is a hold; when it is settled, each pocket that paid gives
 * the listener's part to {@link Code#CALLS_IN_PROGRESS}, from where the credit of the earnings takes it, and our fee to us.
 * Packs give up the part of their price that was used; what listeners earn by them is a cost of its own.
 */
final class TalkRules {
    private TalkRules() {}

    static void into(Rules rules) {
        rules.nothing(
                        HoldDeclined.class,
                        HoldExtensionDeclined.class,
                        CardLent.class, // An authorization is a promise of a bank.
                        AllowanceAgreed.class,
                        AllowanceGranted.class,
                        AllowanceLapsed.class,
                        DayZoneSet.class)
                .post(
                        HoldPlaced.class,
                        HoldPlaced::at,
                        fact -> List.of(fact.callId().value()),
                        TalkRules::placed)
                .post(
                        HoldExtended.class,
                        HoldExtended::at,
                        fact -> List.of(fact.callId().value()),
                        TalkRules::extended)
                .post(
                        HoldReleased.class,
                        HoldReleased::at,
                        fact -> List.of(fact.callId().value()),
                        (fact, sheet) -> letGo(fact.walletId(), fact.callId(), sheet))
                .post(HoldCaptured.class, HoldCaptured::at, TalkRules::keysOf, TalkRules::captured);
    }

    private static void placed(HoldPlaced fact, Sheet sheet) {
        Currency currency = fact.terms().ratePerMinute().currency();
        hold(sheet, fact.walletId(), fact.callId(), new Held(0, currency.getCurrencyCode()), cashOf(fact.grant()));
    }

    private static void extended(HoldExtended fact, Sheet sheet) {
        hold(sheet, fact.walletId(), fact.callId(), sheet.recall(fact.callId(), Held.NOTHING), cashOf(fact.grant()));
    }

    private static void letGo(WalletId wallet, CallId call, Sheet sheet) {
        hold(sheet, wallet, call, sheet.recall(call, Held.NOTHING), 0);
        sheet.remember(call, Held.NOTHING);
    }

    private static List<String> keysOf(HoldCaptured fact) {
        return fact.charges().stream().anyMatch(charge -> isBought(charge.pocket()))
                ? List.of(fact.callId().value(), WalletRules.key(fact.walletId()))
                : List.of(fact.callId().value());
    }

    private static void captured(HoldCaptured fact, Sheet sheet) {
        letGo(fact.walletId(), fact.callId(), sheet);
        for (Charge charge : fact.charges()) {
            pay(sheet, fact, charge);
        }
    }

    private static void pay(Sheet sheet, HoldCaptured fact, Charge charge) {
        Currency currency = fact.currency();
        if (isBought(charge.pocket())) {
            Parcels before = sheet.recall(fact.walletId(), Parcels.NONE);
            Parcels after = before.without(charge.pocket(), charge.lot(), charge.charged());
            Deferred.recognise(
                    sheet, fact.walletId(), charge.pocket(), before, after, Deferred.revenueOf(charge.pocket()));
        }
        Account payer = switch (charge.pocket()) {
            case CASH -> Account.of(Code.MEMBER_CASH, fact.walletId(), currency);
            case CARD -> Account.of(Code.CARD_CLEARING, fact.walletId(), currency);
            case PROMO -> Account.of(Code.PROMOTIONS, currency);
            case GRACE -> Account.of(Code.GRACE_COST, currency);
            case TOKENS, MOMENTS, ALLOWANCE -> Account.of(Code.PREPAID_TALK_COST, currency);
        };
        sheet.move(payer, Account.of(Code.CALLS_IN_PROGRESS, currency), charge.earned());
        if (charge.pocket() == Pocket.CASH || charge.pocket() == Pocket.CARD) {
            sheet.move(payer, Account.of(Code.PLATFORM_FEES, currency), charge.fee());
        }
    }

    private static boolean isBought(Pocket pocket) {
        return pocket == Pocket.TOKENS || pocket == Pocket.MOMENTS;
    }

    private static long cashOf(Grant grant) {
        return grant.held(Pocket.CASH, Leg.NO_LOT);
    }

    private static void hold(Sheet sheet, WalletId wallet, CallId call, Held before, long minor) {
        if (!before.isNothing()) {
            Currency currency = Currency.getInstance(before.currency());
            sheet.move(
                    Account.of(Code.MEMBER_CASH, wallet, currency),
                    Account.of(Code.HOLDS, wallet, currency),
                    minor - before.minor());
            sheet.remember(call, new Held(minor, before.currency()));
        }
    }
}
