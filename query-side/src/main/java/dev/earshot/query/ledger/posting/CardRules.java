package dev.earshot.query.ledger.posting;

import dev.earshot.api.call.Parties;
import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.card.CardPaymentEvent.AuthorizationRequested;
import dev.earshot.api.card.CardPaymentEvent.CaptureRequested;
import dev.earshot.api.card.CardPaymentEvent.CardAbandoned;
import dev.earshot.api.card.CardPaymentEvent.CardAuthorized;
import dev.earshot.api.card.CardPaymentEvent.CardCaptured;
import dev.earshot.api.card.CardPaymentEvent.CardDeclined;
import dev.earshot.api.card.CardPaymentEvent.CardExpired;
import dev.earshot.api.card.CardPaymentEvent.CardReceivableRaised;
import dev.earshot.api.card.CardPaymentEvent.CardUnknown;
import dev.earshot.api.card.CardPaymentEvent.CardVoided;
import dev.earshot.api.card.CardPaymentEvent.ChargeWaived;
import dev.earshot.api.card.CardPaymentEvent.VoidRequested;
import dev.earshot.api.card.CardReversalEvent;
import dev.earshot.api.card.CardReversalEvent.CardDisputeLost;
import dev.earshot.api.card.CardReversalEvent.CardDisputeOpened;
import dev.earshot.api.card.CardReversalEvent.CardDisputeWon;
import dev.earshot.api.card.CardReversalEvent.CardPaymentReversed;
import dev.earshot.api.card.CardReversalEvent.CardRefundConfirmed;
import dev.earshot.api.card.CardReversalEvent.CardRefundFailed;
import dev.earshot.api.card.CardReversalEvent.CardRefundRecorded;
import dev.earshot.api.card.CardReversalEvent.CardRefundRequested;
import dev.earshot.api.card.CardReversalEvent.CardRefundReturned;
import dev.earshot.api.card.CardReversalEvent.ListenerShareFetched;
import dev.earshot.api.card.CardReversalEvent.ListenerShareLost;
import dev.earshot.api.card.CardReversalEvent.ListenerShareRestored;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.Reversal;
import dev.earshot.query.ledger.chart.Account;
import dev.earshot.query.ledger.chart.Code;
import dev.earshot.query.ledger.entry.Memory.Payment;
import dev.earshot.query.ledger.entry.Providers;
import dev.earshot.query.ledger.entry.Rules;
import dev.earshot.query.ledger.entry.Sheet;
import java.util.List;

/**
 * Calls that are paid by card. The talk is entered when the wallet settles the call; here is who pays for it in the end:
 * the card, nobody, or the member later. The member owes only what a bank took; a refund is our goodwill.
 */
final class CardRules {
    private final Providers providers;

    private CardRules(Providers providers) {
        this.providers = providers;
    }

    static void into(Rules rules, Providers providers) {
        var here = new CardRules(providers);
        rules.<CardPaymentEvent>nothing(
                        AuthorizationRequested.class,
                        CardDeclined.class,
                        CardAbandoned.class,
                        CardUnknown.class,
                        CaptureRequested.class,
                        VoidRequested.class,
                        CardVoided.class,
                        CardExpired.class)
                .post(CardAuthorized.class, CardAuthorized::at, CardRules::key, here::authorized)
                .post(CardCaptured.class, CardCaptured::at, CardRules::key, CardRules::captured)
                .post(
                        ChargeWaived.class,
                        ChargeWaived::at,
                        (fact, sheet) -> sheet.move(
                                Account.of(Code.WAIVED_CHARGES, fact.amount().currency()),
                                charge(fact.parties(), fact.amount()),
                                fact.amount().minor()))
                .post(
                        CardReceivableRaised.class,
                        CardReceivableRaised::at,
                        (fact, sheet) -> sheet.move(
                                unapplied(fact.parties(), fact.amount()),
                                charge(fact.parties(), fact.amount()),
                                fact.amount().minor()));
        rules.<CardReversalEvent>nothing(
                        CardRefundRequested.class, // CardPaymentReversed tells what it came to.
                        CardRefundConfirmed.class,
                        CardRefundFailed.class,
                        CardRefundRecorded.class,
                        CardRefundReturned.class,
                        CardDisputeOpened.class,
                        CardDisputeWon.class,
                        CardDisputeLost.class,
                        ListenerShareLost.class, // The earnings tell it when it is done.
                        ListenerShareRestored.class)
                .post(
                        CardPaymentReversed.class,
                        CardPaymentReversed::at,
                        fact -> List.of(fact.cardPaymentId().value()),
                        CardRules::reversed)
                .post(
                        ListenerShareFetched.class,
                        ListenerShareFetched::at,
                        fact -> List.of(fact.cardPaymentId().value()),
                        CardRules::fetched);
    }

    private static List<String> key(CardPaymentEvent fact) {
        return List.of(fact.cardPaymentId().value());
    }

    private void authorized(CardAuthorized fact, Sheet sheet) {
        sheet.remember(fact.cardPaymentId(), Payment.at(providers.of(fact.reference()), 0));
    }

    private static void captured(CardCaptured fact, Sheet sheet) {
        Payment payment = sheet.recall(fact.cardPaymentId(), Payment.UNKNOWN);
        Money amount = fact.amount();
        sheet.move(
                Account.of(Code.PROVIDER_CLEARING, payment.provider(), amount.currency()),
                charge(fact.parties(), amount),
                amount.minor());
        sheet.remember(fact.cardPaymentId(), payment.entering(amount.minor()));
    }

    private static void reversed(CardPaymentReversed fact, Sheet sheet) {
        Reversal reversal = fact.reversal();
        long owed = fact.owed().minor();
        long goodwill =
                Math.min(Back.total(reversal) - owed, reversal.refunded().minor());
        Account unapplied = unapplied(fact.parties(), fact.owed());
        Back.post(sheet, fact.cardPaymentId().value(), reversal, owed, unapplied, goodwill);
    }

    /** The provider has taken it from the listener's own account, to ours. */
    private static void fetched(ListenerShareFetched fact, Sheet sheet) {
        Payment payment = sheet.recall(fact.cardPaymentId(), Payment.UNKNOWN);
        sheet.move(
                Account.of(
                        Code.PROVIDER_CLEARING,
                        payment.provider(),
                        fact.amount().currency()),
                Account.of(Code.CLAWBACKS, fact.amount().currency()),
                fact.amount().minor());
    }

    private static Account charge(Parties parties, Money amount) {
        return Account.of(Code.CARD_CLEARING, parties.memberId(), amount.currency());
    }

    private static Account unapplied(Parties parties, Money amount) {
        return Account.of(Code.UNAPPLIED_PAYMENTS, parties.memberId(), amount.currency());
    }
}
