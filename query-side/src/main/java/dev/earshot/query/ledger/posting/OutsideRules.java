package dev.earshot.query.ledger.posting;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.purchase.DisputeVerdict;
import dev.earshot.api.purchase.PurchaseEvent;
import dev.earshot.api.purchase.PurchaseEvent.ClaimDisputed;
import dev.earshot.api.purchase.PurchaseEvent.ClaimRefunded;
import dev.earshot.api.purchase.PurchaseEvent.PackBought;
import dev.earshot.api.purchase.PurchaseEvent.PackClaimed;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseDisputed;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseRefunded;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseUnclaimed;
import dev.earshot.api.purchase.StoreSubscriptionEvent;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionClaimed;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionTold;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionUnclaimed;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionWentOn;
import dev.earshot.query.ledger.chart.Account;
import dev.earshot.query.ledger.chart.Code;
import dev.earshot.query.ledger.entry.Memory.Outside;
import dev.earshot.query.ledger.entry.Memory.Payment;
import dev.earshot.query.ledger.entry.Rules;
import dev.earshot.query.ledger.entry.Sheet;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was bought outside, until an account has it. Subscriptions that stores charge post nothing: a store tells that they
 * are paid and never how much of it is ours, which comes with the store's own settlement.
 */
final class OutsideRules {
    private OutsideRules() {}

    static void into(Rules rules) {
        rules.<StoreSubscriptionEvent>nothing(
                        StoreSubscriptionTold.class,
                        StoreSubscriptionClaimed.class,
                        StoreSubscriptionWentOn.class,
                        StoreSubscriptionUnclaimed.class)
                .<PurchaseEvent>nothing(
                        PurchaseUnclaimed.class, // Its refund tells the money.
                        ClaimRefunded.class, // The top-up that brought it tells these.
                        ClaimDisputed.class)
                .post(PackBought.class, PackBought::at, OutsideRules::key, OutsideRules::bought)
                .post(PurchaseRefunded.class, PurchaseRefunded::at, OutsideRules::key, OutsideRules::refunded)
                .post(PurchaseDisputed.class, PurchaseDisputed::at, OutsideRules::key, OutsideRules::disputed)
                .post(
                        PackClaimed.class,
                        PackClaimed::at,
                        fact -> List.of(
                                fact.purchaseId().value(),
                                TopUpId.of(fact.purchaseId()).value()),
                        OutsideRules::claimed);
    }

    private static List<String> key(PurchaseEvent fact) {
        return List.of(fact.purchaseId().value());
    }

    private static void bought(PackBought fact, Sheet sheet) {
        Outside told = sheet.recall(fact.purchaseId(), Outside.NOTHING);
        long price = fact.pack().price().minor();
        Currency currency = fact.pack().price().currency();
        Outside now = new Outside(fact.provider(), price, told.refunded(), told.disputed());
        sheet.move(clearing(now, currency), unclaimed(now, currency), price);
        follow(sheet, fact, new Outside(fact.provider(), price, 0, Map.of()), now, currency);
    }

    private static void refunded(PurchaseRefunded fact, Sheet sheet) {
        Outside before = sheet.recall(fact.purchaseId(), Outside.NOTHING);
        Outside now =
                new Outside(before.provider(), before.price(), fact.inAll().minor(), before.disputed());
        follow(sheet, fact, before, now, fact.inAll().currency());
    }

    private static void disputed(PurchaseDisputed fact, Sheet sheet) {
        Outside before = sheet.recall(fact.purchaseId(), Outside.NOTHING);
        Map<String, Long> disputes = new HashMap<>(before.disputed());
        if (fact.verdict() == DisputeVerdict.WON) {
            disputes.remove(fact.dispute());
        } else {
            disputes.merge(fact.dispute(), fact.amount().minor(), Math::max);
        }
        Outside now = new Outside(before.provider(), before.price(), before.refunded(), disputes);
        follow(sheet, fact, before, now, fact.amount().currency());
    }

    /** What has gone back of it; told before the purchase itself, it waits until that is known. */
    private static void follow(Sheet sheet, PurchaseEvent fact, Outside before, Outside now, Currency currency) {
        if (!now.provider().isEmpty()) {
            sheet.move(unclaimed(now, currency), clearing(now, currency), before.left() - now.left());
            sheet.move(
                    Account.of(Code.CHARGEBACK_LOSS, currency),
                    clearing(now, currency),
                    now.excess() - before.excess());
        }
        sheet.remember(fact.purchaseId(), now);
    }

    /** From here on its disputes are the top-up's, which tells them all anew. */
    private static void claimed(PackClaimed fact, Sheet sheet) {
        Outside before = sheet.recall(fact.purchaseId(), Outside.NOTHING);
        Currency currency = fact.pack().price().currency();
        Outside undisputed = new Outside(before.provider(), before.price(), before.refunded(), Map.of());
        follow(sheet, fact, before, undisputed, currency);
        long given = fact.pack().price().minor();
        AccountId owner = fact.accountId();
        sheet.move(unclaimed(before, currency), Account.of(Code.UNAPPLIED_PAYMENTS, owner, currency), given);
        sheet.move(unclaimed(before, currency), Account.of(Code.BREAKAGE, currency), undisputed.left() - given);
        sheet.remember(TopUpId.of(fact.purchaseId()), Payment.at(before.provider(), given));
        sheet.remember(fact.purchaseId(), Outside.NOTHING);
    }

    private static Account clearing(Outside purchase, Currency currency) {
        return Account.of(Code.PROVIDER_CLEARING, purchase.provider(), currency);
    }

    private static Account unclaimed(Outside purchase, Currency currency) {
        return Account.of(Code.UNCLAIMED_PURCHASES, purchase.provider(), currency);
    }
}
