package dev.earshot.query.ledger.posting;

import dev.earshot.api.earnings.EarningsEvent;
import dev.earshot.api.earnings.EarningsEvent.BonusCredited;
import dev.earshot.api.earnings.EarningsEvent.ClawbackReturned;
import dev.earshot.api.earnings.EarningsEvent.EarningsClawedBack;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.earnings.EarningsEvent.EarningsMatured;
import dev.earshot.api.earnings.EarningsEvent.EarningsReleased;
import dev.earshot.api.earnings.EarningsEvent.EarningsSettledDirectly;
import dev.earshot.api.earnings.EarningsEvent.EarningsTakenBackDirectly;
import dev.earshot.api.earnings.EarningsEvent.PenaltyImposed;
import dev.earshot.api.earnings.EarningsEvent.PenaltyReversed;
import dev.earshot.api.earnings.EarningsEvent.TalkCounted;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayoutEvent;
import dev.earshot.api.payout.PayoutEvent.PayeeNeedsTold;
import dev.earshot.api.payout.PayoutEvent.PayeeOpened;
import dev.earshot.api.payout.PayoutEvent.PayeeSuspended;
import dev.earshot.api.payout.PayoutEvent.PayeeVerified;
import dev.earshot.api.payout.PayoutEvent.PayoutFailed;
import dev.earshot.api.payout.PayoutEvent.PayoutLost;
import dev.earshot.api.payout.PayoutEvent.PayoutPaid;
import dev.earshot.api.payout.PayoutEvent.PayoutRequested;
import dev.earshot.api.payout.PayoutEvent.PayoutReturned;
import dev.earshot.api.payout.PayoutEvent.PayoutsFrozen;
import dev.earshot.api.payout.PayoutEvent.PayoutsUnfrozen;
import dev.earshot.query.ledger.chart.Account;
import dev.earshot.query.ledger.chart.Code;
import dev.earshot.query.ledger.entry.Memory.Payment;
import dev.earshot.query.ledger.entry.Providers;
import dev.earshot.query.ledger.entry.Rules;
import dev.earshot.query.ledger.entry.Sheet;
import java.util.List;

/** What we owe listeners, from the credit of a call to the account it is paid to. */
final class EarningsRules {
    private final Providers providers;

    private EarningsRules(Providers providers) {
        this.providers = providers;
    }

    static void into(Rules rules, Providers providers) {
        var here = new EarningsRules(providers);
        rules.<EarningsEvent>nothing(
                        TalkCounted.class,
                        EarningsTakenBackDirectly.class) // Fetched from where it had been paid to: told by the card.
                .post(
                        EarningsCredited.class,
                        EarningsCredited::at,
                        (fact, sheet) -> earn(sheet, fact.earningsId(), Code.CALLS_IN_PROGRESS, fact.amount()))
                .post(
                        BonusCredited.class,
                        BonusCredited::at,
                        (fact, sheet) -> earn(sheet, fact.earningsId(), Code.BONUS_COST, fact.amount()))
                .post(
                        EarningsMatured.class,
                        EarningsMatured::at,
                        (fact, sheet) -> ripen(sheet, fact.earningsId(), fact.amount()))
                .post(
                        EarningsReleased.class,
                        EarningsReleased::at,
                        (fact, sheet) -> ripen(sheet, fact.earningsId(), fact.amount()))
                .post(
                        PenaltyImposed.class,
                        PenaltyImposed::at,
                        (fact, sheet) -> take(sheet, fact.earningsId(), Code.PENALTIES, fact.amount(), 1))
                .post(
                        PenaltyReversed.class,
                        PenaltyReversed::at,
                        (fact, sheet) -> take(sheet, fact.earningsId(), Code.PENALTIES, fact.amount(), -1))
                .post(
                        EarningsClawedBack.class,
                        EarningsClawedBack::at,
                        (fact, sheet) -> take(sheet, fact.earningsId(), Code.CLAWBACKS, fact.amount(), 1))
                .post(
                        ClawbackReturned.class,
                        ClawbackReturned::at,
                        (fact, sheet) -> take(sheet, fact.earningsId(), Code.CLAWBACKS, fact.amount(), -1))
                .post(
                        EarningsSettledDirectly.class,
                        EarningsSettledDirectly::at,
                        fact -> List.of(fact.payment()),
                        EarningsRules::settled);
        rules.<PayoutEvent>nothing(
                        PayeeOpened.class,
                        PayeeVerified.class,
                        PayeeSuspended.class,
                        PayeeNeedsTold.class,
                        PayoutsFrozen.class,
                        PayoutsUnfrozen.class,
                        PayoutLost.class) // It stays in flight.
                .post(
                        PayoutRequested.class,
                        PayoutRequested::at,
                        (fact, sheet) -> move(
                                sheet,
                                fact.earningsId(),
                                Code.PAYABLE_AVAILABLE,
                                Code.PAYABLE_IN_PAYOUT,
                                fact.amount()))
                .post(
                        PayoutFailed.class,
                        PayoutFailed::at,
                        (fact, sheet) -> move(
                                sheet,
                                fact.earningsId(),
                                Code.PAYABLE_IN_PAYOUT,
                                Code.PAYABLE_AVAILABLE,
                                fact.amount()))
                .post(
                        PayoutPaid.class,
                        PayoutPaid::at,
                        fact -> List.of(fact.payoutId().value()),
                        here::paid)
                .post(
                        PayoutReturned.class,
                        PayoutReturned::at,
                        fact -> List.of(fact.payoutId().value()),
                        EarningsRules::returned);
    }

    /** What was paid to the listener's own account is no longer with the provider for us. */
    private static void settled(EarningsSettledDirectly fact, Sheet sheet) {
        Payment payment = sheet.recall(fact.payment(), Payment.UNKNOWN);
        sheet.move(
                Account.of(
                        Code.PAYABLE_AVAILABLE, fact.earningsId(), fact.amount().currency()),
                Account.of(
                        Code.PROVIDER_CLEARING,
                        payment.provider(),
                        fact.amount().currency()),
                fact.amount().minor());
    }

    private void paid(PayoutPaid fact, Sheet sheet) {
        Payment payment =
                Payment.at(providers.of(fact.reference()), fact.amount().minor());
        sheet.move(
                Account.of(
                        Code.PAYABLE_IN_PAYOUT, fact.earningsId(), fact.amount().currency()),
                Account.of(
                        Code.PROVIDER_CLEARING,
                        payment.provider(),
                        fact.amount().currency()),
                fact.amount().minor());
        sheet.remember(fact.payoutId(), payment);
    }

    private static void returned(PayoutReturned fact, Sheet sheet) {
        Payment payment = sheet.recall(fact.payoutId(), Payment.UNKNOWN);
        sheet.move(
                Account.of(
                        Code.PROVIDER_CLEARING,
                        payment.provider(),
                        fact.amount().currency()),
                Account.of(
                        Code.PAYABLE_AVAILABLE, fact.earningsId(), fact.amount().currency()),
                fact.amount().minor());
    }

    private static void earn(Sheet sheet, EarningsId listener, Code from, Money amount) {
        sheet.move(
                Account.of(from, amount.currency()),
                Account.of(Code.PAYABLE_PENDING, listener, amount.currency()),
                amount.minor());
    }

    private static void ripen(Sheet sheet, EarningsId listener, Money amount) {
        move(sheet, listener, Code.PAYABLE_PENDING, Code.PAYABLE_AVAILABLE, amount);
    }

    private static void take(Sheet sheet, EarningsId listener, Code to, Money amount, int sign) {
        sheet.move(
                Account.of(Code.PAYABLE_AVAILABLE, listener, amount.currency()),
                Account.of(to, amount.currency()),
                sign * amount.minor());
    }

    private static void move(Sheet sheet, EarningsId listener, Code debit, Code credit, Money amount) {
        sheet.move(
                Account.of(debit, listener, amount.currency()),
                Account.of(credit, listener, amount.currency()),
                amount.minor());
    }
}
