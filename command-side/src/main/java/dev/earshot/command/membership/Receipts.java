package dev.earshot.command.membership;

import dev.earshot.api.id.TopUpId;
import dev.earshot.api.membership.MembershipEvent;
import dev.earshot.api.membership.MembershipEvent.DuesClaimed;
import dev.earshot.api.membership.MembershipEvent.DuesReversalRecorded;
import dev.earshot.api.membership.MembershipEvent.DuesUnused;
import dev.earshot.api.membership.MembershipEvent.MembershipEnded;
import dev.earshot.api.membership.MembershipEvent.MembershipReinstated;
import dev.earshot.api.membership.MembershipEvent.MembershipSuspended;
import dev.earshot.api.membership.MembershipEvent.PeriodBegan;
import dev.earshot.api.membership.MembershipEvent.TrialStarted;
import dev.earshot.command.membership.Receipt.Use;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What became of a membership's dues. Immutable. The oldest are forgotten, years after any bank would dispute them.
 *
 * @param known by the payment
 * @param running the dues that paid the running period; absent where that is a trial or there is none
 */
record Receipts(Map<TopUpId, Receipt> known, TopUpId running) {
    private static final int REMEMBERED = 200;

    Receipts {
        known = Collections.unmodifiableMap(new LinkedHashMap<>(known));
    }

    static Receipts none() {
        return new Receipts(Map.of(), null);
    }

    Receipt of(TopUpId dues) {
        return known.getOrDefault(dues, Receipt.NONE);
    }

    boolean isReceived(TopUpId dues) {
        return of(dues).use() != Use.NOTHING;
    }

    /** Whether the running period is not paid any more. */
    boolean runForNothing() {
        return running != null && of(running).isGone();
    }

    boolean areDisputed() {
        return known.values().stream().anyMatch(Receipt::isDisputed);
    }

    /** Those of which the member has to bear another amount than they were told. */
    Map<TopUpId, Receipt> toClaim() {
        return known.entrySet().stream()
                .filter(entry -> entry.getValue().due() != entry.getValue().claimed())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    Receipts after(MembershipEvent event) {
        if (event instanceof PeriodBegan paid) {
            return began(paid.topUpId(), paid.from(), paid.until());
        } else if (event instanceof TrialStarted || event instanceof MembershipEnded) {
            return new Receipts(known, null);
        } else if (event instanceof DuesUnused unused) {
            return with(unused.topUpId(), Receipt::asCash);
        } else if (event instanceof DuesReversalRecorded back) {
            long lost = back.lost().minor();
            return with(back.topUpId(), it -> it.reversed(back.paid(), back.reversal(), lost, back.revision()));
        } else if (event instanceof DuesClaimed claim) {
            return with(claim.topUpId(), it -> it.claiming(claim.inAll().minor(), claim.revision()));
        } else if (event instanceof MembershipSuspended suspended) {
            return ofRunning(it -> it.stopped(suspended.at()));
        } else if (event instanceof MembershipReinstated reinstated) {
            return ofRunning(it -> it.resumed(reinstated.at()));
        }
        return this;
    }

    private Receipts began(TopUpId dues, Instant from, Instant until) {
        return ofRunning(before -> before.left(from)).with(dues, it -> it.forPeriod(from, until), dues);
    }

    private Receipts with(TopUpId dues, UnaryOperator<Receipt> change) {
        return with(dues, change, running);
    }

    private Receipts ofRunning(UnaryOperator<Receipt> change) {
        return running == null ? this : with(running, change);
    }

    private Receipts with(TopUpId dues, UnaryOperator<Receipt> change, TopUpId nowRunning) {
        Map<TopUpId, Receipt> more = new LinkedHashMap<>(known);
        more.put(dues, change.apply(of(dues)));
        if (more.size() > REMEMBERED) {
            more.remove(more.keySet().iterator().next());
        }
        return new Receipts(more, nowRunning);
    }
}
