package dev.earshot.command.membership;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.membership.DuesPurpose;
import dev.earshot.api.membership.MembershipEvent;
import dev.earshot.api.membership.MembershipEvent.DuesAsked;
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
import dev.earshot.api.membership.MembershipHeld;
import dev.earshot.api.person.Remains;
import dev.earshot.api.pricing.Tier;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a membership stands: the period that runs, what is to follow it, and the dues that were asked for and received.
 * Only facts change it; those who decide read it.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Standing {
    MembershipId id;
    Period period; // Absent while there is none.
    private Tier nextTier; // Absent while none was chosen.
    String method = "";
    boolean cancelled;
    boolean inGrace;
    Instant retryAt = Instant.EPOCH;
    Instant giveUpAt = Instant.EPOCH;
    long credit;
    private long attempts;
    Asks asked = Asks.none();
    Receipts receipts = Receipts.none();
    boolean suspended;
    private Set<String> triedFamilies = new HashSet<>();
    Subscriptions subscriptions = Subscriptions.none();

    /** The tier of the period that is to follow the one that runs. */
    Tier nextTier() {
        return nextTier == null ? period.tier() : nextTier;
    }

    /** How the dues asked for next are called. */
    TopUpId nextDues(MembershipId membershipId) {
        return TopUpId.ofDues(membershipId, attempts + 1);
    }

    /** Once for each family of tiers. */
    boolean mayTry(Tier tier) {
        return tier.trialSeconds() > 0 && !triedFamilies.contains(tier.family());
    }

    /** Until when the running period allows anything. */
    Instant liveUntil() {
        return cancelled ? period.until() : period.liveUntil();
    }

    /** The best of what runs here and in stores. */
    MembershipHeld held(Instant now) {
        boolean allows = period != null && !suspended && now.isBefore(liveUntil());
        return Stream.concat(allows ? Stream.of(period.tier()) : Stream.empty(), subscriptions.tiers(now))
                .max(Comparator.comparing(Tier::secondsPerDay).thenComparing(Tier::overflow))
                .map(tier -> new MembershipHeld(true, tier.overflow()))
                .orElseGet(() -> new MembershipHeld(false, false));
    }

    Remains remains() {
        return new Remains(false, false, asked.areOpen(), List.of(), false);
    }

    /** Each part takes what concerns it from a fact. */
    void on(MembershipEvent event) {
        id = event.membershipId();
        asked = asked.after(event);
        receipts = receipts.after(event);
        if (event instanceof TrialStarted trial) {
            on(trial);
        } else if (event instanceof DuesAsked dues) {
            on(dues);
        } else if (event instanceof PeriodBegan paid) {
            on(paid);
        } else if (event instanceof RenewalFailed failed) {
            inGrace = true;
            retryAt = failed.retryAt();
        } else if (event instanceof TierChosen chosen) {
            nextTier = chosen.tier();
        } else if (event instanceof MethodChosen chosen) {
            method = chosen.method();
        } else if (event instanceof MembershipCancelled) {
            cancelled = true;
        } else if (event instanceof MembershipResumed) {
            cancelled = false;
        } else if (event instanceof MembershipSuspended) {
            suspended = true;
        } else if (event instanceof MembershipReinstated) {
            suspended = false;
        } else if (event instanceof MembershipEnded) {
            stand(null);
        } else if (event instanceof SubscriptionRecorded told) {
            subscriptions = subscriptions.with(told.known());
        }
    }

    private void on(TrialStarted event) {
        method = event.method();
        triedFamilies.add(event.tier().family());
        stand(Period.ofTrial(event.tier(), event.at(), event.until(), event.liveUntil()));
    }

    private void on(DuesAsked event) {
        method = event.method();
        attempts++;
        giveUpAt = event.purpose() == DuesPurpose.RENEWAL ? event.giveUpAt() : giveUpAt;
    }

    private void on(PeriodBegan event) {
        credit = event.creditLeft();
        stand(Period.after(period, event.tier(), event.from(), event.until(), event.liveUntil()));
    }

    /** From now on only this is true. */
    private void stand(Period now) {
        period = now;
        nextTier = null;
        cancelled = false;
        inGrace = false;
        suspended = false;
    }
}
