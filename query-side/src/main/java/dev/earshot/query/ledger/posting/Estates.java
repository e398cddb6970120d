package dev.earshot.query.ledger.posting;

import dev.earshot.api.earnings.EarningsEvent;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.Id;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.membership.MembershipEvent;
import dev.earshot.api.payout.PayoutEvent;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.query.ledger.chart.Account;
import dev.earshot.query.ledger.chart.Code;
import dev.earshot.query.ledger.entry.Entry;
import dev.earshot.query.ledger.entry.Memory.Estate;
import dev.earshot.query.ledger.entry.Sheet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What facts still tell of people who are erased: a payment that comes late, a payout that comes back, a bank that takes what
 * was paid long ago. Their accounts change as their wallets and earnings do, and {@link Code#GIVEN_UP} takes it off again, for
 * nothing is owed to them or by them any more: it is breakage as long as they have left more than was taken since, and else
 * a loss.
 */
final class Estates {
    /** What we owe a person or they owe us. Dues are not among it: those of a running period are used up with it. */
    private static final Set<Code> CLAIMS = EnumSet.of(
            Code.MEMBER_CASH,
            Code.HOLDS,
            Code.RECEIVABLES,
            Code.DEFERRED_TOKENS,
            Code.DEFERRED_MOMENTS,
            Code.PAYABLE_PENDING,
            Code.PAYABLE_AVAILABLE,
            Code.PAYABLE_IN_PAYOUT);

    private Estates() {}

    /** Where it is remembered that this person is erased. The ids of all that is theirs end alike. */
    static String key(Id anyOfTheirs) {
        return "estate/" + anyOfTheirs.suffix();
    }

    /** Where it is remembered that the person is erased whose money this fact may move; empty of other facts. */
    static List<String> keysOf(Object fact) {
        return owner(fact).map(Estates::key).map(List::of).orElse(List.of());
    }

    /** What is left of an erased person; nothing of anybody else. */
    static Estate of(Id anyOfTheirs, Sheet sheet) {
        return sheet.recall(key(anyOfTheirs), Estate.NOBODYS);
    }

    /** Takes off again what the entry has changed of the claims of an erased person. */
    static void settle(Object fact, Sheet sheet) {
        owner(fact).ifPresent(owner -> {
            Estate estate = of(owner, sheet);
            if (!estate.isNothing()) {
                settle(owner, estate, sheet);
            }
        });
    }

    private static void settle(Id owner, Estate before, Sheet sheet) {
        Estate after = before;
        AccountId member = new AccountId(AccountId.PREFIX + owner.suffix());
        Set<String> owners = Set.of(member.value(), ListenerId.PREFIX + owner.suffix());
        for (Entry.Line line : sheet.lines()) {
            Account account = line.account();
            if (CLAIMS.contains(account.code()) && owners.contains(account.owner())) {
                after = after.with(account.currency(), -line.amount());
            }
        }
        for (String currency : after.left().keySet()) {
            Account givenUp = new Account(Code.GIVEN_UP, member.value(), currency);
            sheet.move(
                    givenUp,
                    new Account(Code.BREAKAGE, "", currency),
                    after.breakage(currency) - before.breakage(currency));
            sheet.move(
                    givenUp,
                    new Account(Code.CHARGEBACK_LOSS, "", currency),
                    before.loss(currency) - after.loss(currency));
        }
        if (!after.equals(before)) {
            sheet.remember(key(owner), after);
        }
    }

    private static Optional<Id> owner(Object fact) {
        if (fact instanceof WalletEvent wallet) {
            return Optional.of(wallet.walletId());
        } else if (fact instanceof EarningsEvent earnings) {
            return Optional.of(earnings.earningsId());
        } else if (fact instanceof PayoutEvent payout) {
            return Optional.of(payout.earningsId());
        } else if (fact instanceof MembershipEvent membership) {
            return Optional.of(membership.membershipId());
        }
        return Optional.empty();
    }
}
