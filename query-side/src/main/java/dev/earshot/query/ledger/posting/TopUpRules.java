package dev.earshot.query.ledger.posting;

import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.Reversal;
import dev.earshot.api.topup.TopUpEvent;
import dev.earshot.api.topup.TopUpEvent.DisputeLost;
import dev.earshot.api.topup.TopUpEvent.DisputeOpened;
import dev.earshot.api.topup.TopUpEvent.DisputeWon;
import dev.earshot.api.topup.TopUpEvent.DuesDeclined;
import dev.earshot.api.topup.TopUpEvent.DuesPaid;
import dev.earshot.api.topup.TopUpEvent.DuesReckoned;
import dev.earshot.api.topup.TopUpEvent.DuesRequested;
import dev.earshot.api.topup.TopUpEvent.PackPaid;
import dev.earshot.api.topup.TopUpEvent.PackRequested;
import dev.earshot.api.topup.TopUpEvent.PackReversed;
import dev.earshot.api.topup.TopUpEvent.RefundConfirmed;
import dev.earshot.api.topup.TopUpEvent.RefundFailed;
import dev.earshot.api.topup.TopUpEvent.RefundRecorded;
import dev.earshot.api.topup.TopUpEvent.RefundRequested;
import dev.earshot.api.topup.TopUpEvent.RefundReturned;
import dev.earshot.api.topup.TopUpEvent.TopUpDeclined;
import dev.earshot.api.topup.TopUpEvent.TopUpMismatched;
import dev.earshot.api.topup.TopUpEvent.TopUpPaid;
import dev.earshot.api.topup.TopUpEvent.TopUpRequested;
import dev.earshot.api.topup.TopUpEvent.TopUpReversed;
import dev.earshot.query.ledger.chart.Account;
import dev.earshot.query.ledger.chart.Code;
import dev.earshot.query.ledger.entry.Memory.Payment;
import dev.earshot.query.ledger.entry.Memory.Returned;
import dev.earshot.query.ledger.entry.Providers;
import dev.earshot.query.ledger.entry.Rules;
import dev.earshot.query.ledger.entry.Sheet;
import java.util.List;

/**
 * Money that providers take for us and that goes back. What goes back leaves the provider's clearing when the sum of it is
 * told: as soon as we ask for a refund, and as soon as a dispute opens.
 */
final class TopUpRules {
    private final Providers providers;

    private TopUpRules(Providers providers) {
        this.providers = providers;
    }

    static void into(Rules rules, Providers providers) {
        var here = new TopUpRules(providers);
        rules.<TopUpEvent>nothing(
                        TopUpRequested.class,
                        PackRequested.class,
                        DuesRequested.class,
                        DuesDeclined.class,
                        TopUpDeclined.class,
                        RefundRequested.class, // The sum that these lead to is told by a fact of its own.
                        RefundConfirmed.class,
                        RefundFailed.class,
                        RefundRecorded.class,
                        RefundReturned.class,
                        DisputeOpened.class,
                        DisputeWon.class,
                        DisputeLost.class,
                        DuesReckoned.class) // DuesReversed tells the money.
                .post(
                        TopUpMismatched.class,
                        TopUpMismatched::at,
                        TopUpRules::key,
                        (fact, sheet) ->
                                here.enter(sheet, fact.topUpId(), fact.walletId(), fact.paid(), fact.reference()))
                .post(
                        TopUpPaid.class,
                        TopUpPaid::at,
                        TopUpRules::key,
                        (fact, sheet) ->
                                here.enter(sheet, fact.topUpId(), fact.walletId(), fact.amount(), fact.reference()))
                .post(
                        PackPaid.class,
                        PackPaid::at,
                        TopUpRules::key,
                        (fact, sheet) -> here.enter(
                                sheet,
                                fact.topUpId(),
                                fact.walletId(),
                                fact.pack().price(),
                                fact.reference()))
                .post(
                        DuesPaid.class,
                        DuesPaid::at,
                        TopUpRules::key,
                        (fact, sheet) -> here.enter(
                                sheet,
                                fact.topUpId(),
                                fact.walletId(),
                                fact.dues().amount(),
                                fact.reference()))
                .post(
                        TopUpReversed.class,
                        TopUpReversed::at,
                        TopUpRules::key,
                        (fact, sheet) -> giveBack(sheet, fact, fact.reversal()))
                .post(
                        PackReversed.class,
                        PackReversed::at,
                        fact -> List.of(fact.topUpId().value(), WalletRules.returned(fact.topUpId())),
                        TopUpRules::packReversed);
    }

    private static List<String> key(TopUpEvent fact) {
        return List.of(fact.topUpId().value());
    }

    /** The money is there; of what was entered before, by a mismatch or with a purchase, nothing is entered twice. */
    private void enter(Sheet sheet, TopUpId topUp, WalletId wallet, Money paid, String reference) {
        Payment known = sheet.recall(topUp, Payment.UNKNOWN);
        Payment before = known.isNothing() ? Payment.at(providers.of(reference), 0) : known;
        sheet.move(
                Account.of(Code.PROVIDER_CLEARING, before.provider(), paid.currency()),
                Account.of(Code.UNAPPLIED_PAYMENTS, wallet, paid.currency()),
                paid.minor() - before.entered());
        sheet.remember(topUp, before.entering(paid.minor()));
    }

    private static void packReversed(PackReversed fact, Sheet sheet) {
        String returned = WalletRules.returned(fact.topUpId());
        if (sheet.recall(returned, Returned.NOTHING).isNothing()) {
            sheet.remember(
                    returned,
                    new Returned(fact.pack().price().minor(), fact.pack().units(), 0, 0, 0));
        }
        giveBack(sheet, fact, fact.reversal());
    }

    /** The member answers for all of it up to what was paid; what a provider took beyond that is lost to us. */
    private static void giveBack(Sheet sheet, TopUpEvent fact, Reversal reversal) {
        Account unapplied = Account.of(
                Code.UNAPPLIED_PAYMENTS, fact.walletId(), reversal.inAll().currency());
        Back.post(sheet, fact.topUpId().value(), reversal, reversal.inAll().minor(), unapplied, 0);
    }
}
