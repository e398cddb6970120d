package dev.earshot.command.membership;

import dev.earshot.api.membership.MembershipCommand.ReverseDues;
import dev.earshot.api.membership.MembershipEvent;
import dev.earshot.api.membership.MembershipEvent.DuesClaimed;
import dev.earshot.api.membership.MembershipEvent.DuesReversalRecorded;
import dev.earshot.api.membership.MembershipEvent.MembershipReinstated;
import dev.earshot.api.membership.MembershipEvent.MembershipSuspended;
import dev.earshot.api.money.Money;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What follows when dues go back. Dues that went back pay for nothing: without what was paid for it the running period
 * is suspended for as long, and while earlier dues are disputed too. What was used stays used, for the talk was had;
 * only when a dispute has taken the dues for good is the used share claimed of the member. {@link Receipts} keeps
 * account.
 */
record Reversing(Standing standing, Consumer<MembershipEvent> facts) {
    void reverse(ReverseDues command) {
        if (standing.receipts.of(command.topUpId()).revision() < command.revision()) {
            facts.accept(new DuesReversalRecorded(
                    standing.id,
                    command.topUpId(),
                    command.paid(),
                    command.reversal(),
                    command.lost(),
                    command.revision(),
                    command.at()));
            follow(command.at());
        }
    }

    /** What follows from the dues that have gone back by now. */
    void follow(Instant at) {
        if (standing.period != null) {
            suspend(at);
        }
        standing.receipts.toClaim().forEach((dues, receipt) -> {
            Money inAll = new Money(receipt.due(), receipt.paid().currency());
            facts.accept(new DuesClaimed(standing.id, dues, receipt.paid(), inAll, receipt.claims() + 1, at));
        });
    }

    private void suspend(Instant at) {
        Receipts receipts = standing.receipts;
        boolean mayStop = standing.suspended || !standing.period.isOver(at);
        boolean stopped = receipts.areDisputed() || receipts.runForNothing() && mayStop;
        if (stopped && !standing.suspended) {
            facts.accept(new MembershipSuspended(standing.id, at));
        } else if (!stopped && standing.suspended) {
            facts.accept(new MembershipReinstated(standing.id, standing.period.tier(), standing.liveUntil(), at));
        }
    }
}
