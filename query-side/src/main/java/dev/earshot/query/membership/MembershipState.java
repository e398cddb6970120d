package dev.earshot.query.membership;

import dev.earshot.api.membership.DuesPurpose;
import dev.earshot.api.membership.MembershipEvent.DuesAsked;
import dev.earshot.api.membership.MembershipEvent.DuesMissed;
import dev.earshot.api.membership.MembershipEvent.MembershipCancelled;
import dev.earshot.api.membership.MembershipEvent.MembershipEnded;
import dev.earshot.api.membership.MembershipEvent.MembershipReinstated;
import dev.earshot.api.membership.MembershipEvent.MembershipResumed;
import dev.earshot.api.membership.MembershipEvent.MembershipSuspended;
import dev.earshot.api.membership.MembershipEvent.PeriodBegan;
import dev.earshot.api.membership.MembershipEvent.RenewalFailed;
import dev.earshot.api.membership.MembershipEvent.SubscriptionRecorded;
import dev.earshot.api.membership.MembershipEvent.TierChosen;
import dev.earshot.api.membership.MembershipEvent.TrialStarted;
import dev.earshot.api.membership.Subscription;
import dev.earshot.api.pricing.Tier;
import dev.earshot.query.fold.Folded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A membership as its events have left it. */
final class MembershipState extends Folded {
    final String membershipId;
    Status status = Status.NONE;
    Tier tier; // Absent where nothing was ever started.
    Tier nextTier; // Absent while none was chosen.
    Instant periodEnd;
    Instant graceUntil; // Only in grace.
    boolean cancelled;
    boolean suspended;
    String topUpId; // The latest dues, while they are not settled.
    List<Subscription> subscriptions = new ArrayList<>();

    MembershipState(String membershipId) {
        this(membershipId, 0);
    }

    MembershipState(String membershipId, long position) {
        super(position);
        this.membershipId = membershipId;
    }

    void on(TrialStarted event) {
        stand(Status.TRIALING, event.tier(), event.until());
    }

    void on(DuesAsked event) {
        topUpId = event.topUpId().value();
        if (event.purpose() == DuesPurpose.START) {
            status = Status.STARTING;
            tier = event.tier();
            periodEnd = null;
        }
    }

    void on(PeriodBegan event) {
        stand(Status.ACTIVE, event.tier(), event.until());
    }

    void on(RenewalFailed event) {
        status = Status.IN_GRACE;
        graceUntil = event.graceUntil();
        topUpId = null;
    }

    void on(DuesMissed event) {
        status = event.purpose() == DuesPurpose.START ? Status.NONE : status;
        topUpId = null;
    }

    void on(MembershipCancelled event) {
        cancelled = true;
    }

    void on(MembershipResumed event) {
        cancelled = false;
    }

    void on(MembershipSuspended event) {
        suspended = true;
    }

    void on(MembershipReinstated event) {
        suspended = false;
    }

    void on(TierChosen event) {
        nextTier = event.tier().equals(tier) ? null : event.tier();
    }

    void on(MembershipEnded event) {
        stand(Status.ENDED, tier, event.at());
    }

    void on(SubscriptionRecorded event) {
        subscriptions.removeIf(known -> known.reference().equals(event.known().reference()));
        subscriptions.add(event.known());
    }

    private void stand(Status now, Tier by, Instant until) {
        status = now;
        tier = by;
        periodEnd = until;
        nextTier = null;
        graceUntil = null;
        cancelled = false;
        suspended = false;
        topUpId = null;
    }

    /** How far it has come, as it is told. */
    Status told() {
        return suspended ? Status.SUSPENDED : status;
    }

    /** How far a membership has come. */
    enum Status {
        NONE,
        /** Its first payment is awaited. */
        STARTING,
        TRIALING,
        ACTIVE,
        /** Its renewal was declined and is tried again. */
        IN_GRACE,
        ENDED,
        /** What was paid for it has gone back or is disputed; it ends with its period unless that changes. */
        SUSPENDED
    }
}
