package dev.earshot.query.ledger.posting;

import dev.earshot.api.id.MembershipId;
import dev.earshot.api.membership.MembershipEvent;
import dev.earshot.api.membership.MembershipEvent.DuesAsked;
import dev.earshot.api.membership.MembershipEvent.DuesClaimed;
import dev.earshot.api.membership.MembershipEvent.DuesMissed;
import dev.earshot.api.membership.MembershipEvent.DuesReversalRecorded;
import dev.earshot.api.membership.MembershipEvent.DuesUnused;
import dev.earshot.api.membership.MembershipEvent.MembershipCancelled;
import dev.earshot.api.membership.MembershipEvent.MembershipEnded;
import dev.earshot.api.membership.MembershipEvent.MembershipReinstated;
import dev.earshot.api.membership.MembershipEvent.MembershipResumed;
import dev.earshot.api.membership.MembershipEvent.MembershipSuspended;
import dev.earshot.api.membership.MembershipEvent.MethodChosen;
import dev.earshot.api.membership.MembershipEvent.PeriodBegan;
import dev.earshot.api.membership.MembershipEvent.RenewalFailed;
import dev.earshot.api.membership.MembershipEvent.SubscriptionRecorded;
import dev.earshot.api.membership.MembershipEvent.TierChosen;
import dev.earshot.api.membership.MembershipEvent.TrialStarted;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.TopUpEvent.DuesReversed;
import dev.earshot.query.ledger.chart.Account;
import dev.earshot.query.ledger.chart.Code;
import dev.earshot.query.ledger.entry.Memory.Dues;
import dev.earshot.query.ledger.entry.Memory.Payment;
import dev.earshot.query.ledger.entry.Rules;
import dev.earshot.query.ledger.entry.Sheet;
import java.util.Currency;
import java.util.List;

/**
 * Dues are deferred while their period runs and recognised when the next one begins or the membership ends: only facts
 * post, and no fact tells of a day that passes. What stays deferred when a period begins is its price and the credit for
 * later dues; all the rest was used. So a change in mid-period recognises the used share that the membership worked out.
 */
final class DuesRules {
    private DuesRules() {}

    static void into(Rules rules) {
        rules.<MembershipEvent>nothing(
                        TrialStarted.class,
                        DuesAsked.class,
                        RenewalFailed.class,
                        DuesMissed.class,
                        DuesUnused.class, // The wallet is credited with what stayed unapplied.
                        MembershipCancelled.class,
                        MembershipResumed.class,
                        TierChosen.class,
                        MethodChosen.class,
                        SubscriptionRecorded.class, // What a store charges is not ours to post.
                        DuesReversalRecorded.class, // DuesReversed tells the money.
                        MembershipSuspended.class,
                        MembershipReinstated.class)
                .post(
                        PeriodBegan.class,
                        PeriodBegan::at,
                        fact -> List.of(
                                fact.membershipId().value(), fact.topUpId().value()),
                        DuesRules::began)
                .post(
                        MembershipEnded.class,
                        MembershipEnded::at,
                        fact -> List.of(fact.membershipId().value()),
                        DuesRules::ended)
                .post(
                        DuesReversed.class,
                        DuesReversed::at,
                        fact -> List.of(
                                fact.dues().membershipId().value(),
                                fact.topUpId().value()),
                        DuesRules::reversed)
                .post(
                        DuesClaimed.class,
                        DuesClaimed::at,
                        fact -> List.of(fact.topUpId().value()),
                        DuesRules::claimed);
    }

    private static void began(PeriodBegan fact, Sheet sheet) {
        Currency currency = fact.tier().price().currency();
        MembershipId member = fact.membershipId();
        Dues before = sheet.recall(member, Dues.NOTHING);
        long paid = sheet.recall(fact.topUpId(), Payment.UNKNOWN).entered();
        sheet.move(Account.of(Code.UNAPPLIED_PAYMENTS, member, currency), deferred(member, currency), paid);
        long all = before.deferred() + paid;
        long stays = Math.min(all, fact.tier().price().minor() + fact.creditLeft());
        recognise(sheet, member, currency, all - stays);
        sheet.remember(member, new Dues(stays, fact.creditLeft(), fact.topUpId().value(), currency.getCurrencyCode()));
    }

    /** Credit outlives the membership, for who starts again pays less; who is erased will not. */
    private static void ended(MembershipEnded fact, Sheet sheet) {
        Dues before = sheet.recall(fact.membershipId(), Dues.NOTHING);
        if (!before.isNothing()) {
            long stays = Math.min(before.deferred(), before.credit());
            recognise(sheet, fact.membershipId(), Currency.getInstance(before.currency()), before.deferred() - stays);
            sheet.remember(fact.membershipId(), new Dues(stays, before.credit(), "", before.currency()));
            if (!Estates.of(fact.membershipId(), sheet).isNothing()) {
                giveUpCredit(fact.membershipId(), sheet);
            }
        }
    }

    /** Where no period is running, what is deferred is credit for dues that will never come. */
    static void giveUpCredit(MembershipId member, Sheet sheet) {
        Dues before = sheet.recall(member, Dues.NOTHING);
        if (!before.isNothing() && before.running().isEmpty()) {
            Currency currency = Currency.getInstance(before.currency());
            sheet.move(deferred(member, currency), Account.of(Code.BREAKAGE, currency), before.deferred());
            sheet.remember(member, Dues.NOTHING);
        }
    }

    /** What goes back of the running period's dues is no longer deferred; what goes back of others was revenue. */
    private static void reversed(DuesReversed fact, Sheet sheet) {
        MembershipId member = fact.dues().membershipId();
        Currency currency = fact.dues().amount().currency();
        Dues before = sheet.recall(member, Dues.NOTHING);
        long total = Back.total(fact.reversal());
        long answered = sheet.recall(fact.topUpId(), Payment.UNKNOWN).answered();
        boolean running = before.running().equals(fact.topUpId().value());
        long now = Math.min(total, running ? answered + before.deferred() : answered);
        long goodwill = Math.min(total - now, fact.reversal().refunded().minor());
        Account by = running ? deferred(member, currency) : Account.of(Code.DUES_REVENUE, currency);
        Back.post(sheet, fact.topUpId().value(), fact.reversal(), now, by, goodwill);
        if (running) {
            sheet.remember(
                    member,
                    new Dues(before.deferred() - now + answered, before.credit(), before.running(), before.currency()));
        }
    }

    /** The member answers for a part of what we had borne. */
    private static void claimed(DuesClaimed fact, Sheet sheet) {
        Payment payment = sheet.recall(fact.topUpId(), Payment.UNKNOWN);
        Money inAll = fact.inAll();
        sheet.move(
                Account.of(Code.UNAPPLIED_PAYMENTS, fact.membershipId(), inAll.currency()),
                Account.of(Code.CHARGEBACK_LOSS, inAll.currency()),
                inAll.minor() - payment.claimed());
        sheet.remember(fact.topUpId(), payment.claiming(inAll.minor()));
    }

    private static void recognise(Sheet sheet, MembershipId member, Currency currency, long minor) {
        sheet.move(deferred(member, currency), Account.of(Code.DUES_REVENUE, currency), minor);
    }

    private static Account deferred(MembershipId member, Currency currency) {
        return Account.of(Code.DEFERRED_DUES, member, currency);
    }
}
