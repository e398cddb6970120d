package dev.earshot.saga.membership;

import dev.earshot.api.membership.DuesPurpose;
import dev.earshot.api.membership.MembershipEvent.DuesAsked;
import dev.earshot.api.membership.MembershipEvent.MembershipEnded;
import dev.earshot.api.membership.MembershipEvent.PeriodBegan;
import dev.earshot.api.membership.MembershipEvent.RenewalFailed;
import dev.earshot.api.membership.MembershipEvent.TrialStarted;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Notes when each membership is to be looked at next. {@link DueMemberships} looks it up when that time has come. */
@Component
@ProcessingGroup("membership-calendar")
@DisallowReplay
class MembershipCalendar {
    private final DueRows rows;

    MembershipCalendar(DueRows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(TrialStarted fact) {
        rows.put(fact.membershipId(), fact.until());
    }

    @EventHandler
    void on(PeriodBegan fact) {
        rows.put(fact.membershipId(), fact.until());
    }

    @EventHandler
    void on(DuesAsked fact) {
        if (fact.purpose() == DuesPurpose.RENEWAL) {
            rows.put(fact.membershipId(), fact.giveUpAt());
        }
    }

    @EventHandler
    void on(RenewalFailed fact) {
        rows.put(fact.membershipId(), fact.retryAt());
    }

    @EventHandler
    void on(MembershipEnded fact) {
        rows.remove(fact.membershipId());
    }
}
