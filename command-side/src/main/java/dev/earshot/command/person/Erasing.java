package dev.earshot.command.person;

import dev.earshot.api.account.AccountCommand.EraseAccount;
import dev.earshot.api.account.AccountRefusal;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.person.ErasureReason;
import dev.earshot.api.person.Remains;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.command.Together;
import dev.earshot.platform.erasure.Erasures;
import dev.earshot.platform.people.ErasedAccounts;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Decides whether a person can be erased now. Not while a call, a debt or a payment would lose its other side, and not with
 * something of value left, unless it is expressly given up. The fact and the end of the key are one transaction.
 */
@Component
class Erasing {
    private final Remaining remaining;
    private final Together together;
    private final Erasures erasures;
    private final ErasedAccounts erased;
    private final Clock clock;

    Erasing(Remaining remaining, Together together, Erasures erasures, ErasedAccounts erased, Clock clock) {
        this.remaining = remaining;
        this.together = together;
        this.erasures = erasures;
        this.erased = erased;
        this.clock = clock;
    }

    void erase(AccountId person, AccountId by, ErasureReason reason, boolean forfeit) throws Refused {
        Remains remains = remaining.of(person);
        if (!erasures.isBegun(person)) { // What an erased person gave up still stands in the books.
            refuseWhile(remains, forfeit);
        }
        Instant now = clock.instant();
        together.send(new EraseAccount(person, by, reason, remains.left(), now), () -> erasures.begin(person, now));
        erased.add(person);
    }

    private static void refuseWhile(Remains remains, boolean forfeit) throws Refused {
        if (remains.callRunning()) {
            throw AccountRefusal.ERASURE_CALL_RUNNING.of("a call is not settled yet; end it and try again in a minute");
        }
        if (remains.owing()) {
            throw AccountRefusal.ERASURE_RECEIVABLE_OPEN.of(
                    "something is still owed, which nobody gives up by being erased: top up to pay what a wallet owes; what"
                            + " was taken of earnings beyond what was there is earned back, or given back by a supervisor");
        }
        if (remains.inFlight()) {
            throw AccountRefusal.ERASURE_MONEY_IN_FLIGHT.of(
                    "a payment or a payout is on its way; wait until it is told");
        }
        if (remains.isOfValue() && !forfeit) {
            throw AccountRefusal.ERASURE_BALANCE_OPEN.of(
                    "there is still money or something bought: have it refunded or paid out, or give it up with"
                            + " \"forfeit\": true");
        }
    }
}
