package dev.earshot.query.membership;

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
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.LogEntry;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** How far has each membership come? */
@Component
@ProcessingGroup(MembershipView.NAME)
class MembershipView {
    static final String NAME = "membership-view";

    private final MembershipRows rows;
    private final Fold<MembershipState> memberships;

    MembershipView(MembershipRows rows) {
        this.rows = rows;
        this.memberships = new Fold<>("membership_view", rows, MembershipState::new);
    }

    @EventHandler
    void on(TrialStarted event, LogEntry entry) {
        memberships.change(event.membershipId().value(), entry, membership -> membership.on(event));
    }

    @EventHandler
    void on(DuesAsked event, LogEntry entry) {
        memberships.change(event.membershipId().value(), entry, membership -> membership.on(event));
    }

    @EventHandler
    void on(PeriodBegan event, LogEntry entry) {
        memberships.change(event.membershipId().value(), entry, membership -> membership.on(event));
    }

    @EventHandler
    void on(RenewalFailed event, LogEntry entry) {
        memberships.change(event.membershipId().value(), entry, membership -> membership.on(event));
    }

    @EventHandler
    void on(DuesMissed event, LogEntry entry) {
        memberships.change(event.membershipId().value(), entry, membership -> membership.on(event));
    }

    @EventHandler
    void on(MembershipCancelled event, LogEntry entry) {
        memberships.change(event.membershipId().value(), entry, membership -> membership.on(event));
    }

    @EventHandler
    void on(MembershipResumed event, LogEntry entry) {
        memberships.change(event.membershipId().value(), entry, membership -> membership.on(event));
    }

    @EventHandler
    void on(MembershipSuspended event, LogEntry entry) {
        memberships.change(event.membershipId().value(), entry, membership -> membership.on(event));
    }

    @EventHandler
    void on(MembershipReinstated event, LogEntry entry) {
        memberships.change(event.membershipId().value(), entry, membership -> membership.on(event));
    }

    @EventHandler
    void on(TierChosen event, LogEntry entry) {
        memberships.change(event.membershipId().value(), entry, membership -> membership.on(event));
    }

    @EventHandler
    void on(MembershipEnded event, LogEntry entry) {
        memberships.change(event.membershipId().value(), entry, membership -> membership.on(event));
    }

    @EventHandler
    void on(SubscriptionRecorded event, LogEntry entry) {
        memberships.change(event.membershipId().value(), entry, membership -> membership.on(event));
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
