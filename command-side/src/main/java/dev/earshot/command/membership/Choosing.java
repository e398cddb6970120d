package dev.earshot.command.membership;

import dev.earshot.api.membership.ChangeEffect;
import dev.earshot.api.membership.DuesPurpose;
import dev.earshot.api.membership.MembershipCommand.CancelMembership;
import dev.earshot.api.membership.MembershipCommand.ChangeTier;
import dev.earshot.api.membership.MembershipCommand.ChooseMethod;
import dev.earshot.api.membership.MembershipCommand.RecordSubscription;
import dev.earshot.api.membership.MembershipCommand.ResumeMembership;
import dev.earshot.api.membership.MembershipCommand.StartMembership;
import dev.earshot.api.membership.MembershipEnd;
import dev.earshot.api.membership.MembershipEvent;
import dev.earshot.api.membership.MembershipEvent.MembershipCancelled;
import dev.earshot.api.membership.MembershipEvent.MembershipEnded;
import dev.earshot.api.membership.MembershipEvent.MembershipResumed;
import dev.earshot.api.membership.MembershipEvent.MethodChosen;
import dev.earshot.api.membership.MembershipEvent.SubscriptionRecorded;
import dev.earshot.api.membership.MembershipEvent.TierChosen;
import dev.earshot.api.membership.MembershipEvent.TrialStarted;
import dev.earshot.api.membership.MembershipRefusal;
import dev.earshot.api.membership.Subscription;
import dev.earshot.api.pricing.Tier;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.catalogue.MembershipSettings;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What a member may choose: to start, another tier, another way to pay, to leave and to stay after all; and what they
 * have chosen in a store. Nobody pays for two: while a store's subscription goes on the membership itself does not,
 * and whoever is suspended chooses nothing that would be charged.
 */
record Choosing(Standing standing, Consumer<MembershipEvent> facts) {
    void start(StartMembership command, MembershipSettings settings) throws Refused {
        Tier tier = command.tier();
        refuseIfSuspended();
        if (isStarted(command)) {
            return;
        }
        if (standing.period != null) {
            throw MembershipRefusal.MEMBERSHIP_STANDS.of("you are a member already; change the tier instead");
        }
        refuseIfOfStore(command.at());
        if (standing.mayTry(tier)) {
            Instant until = command.at().plusSeconds(tier.trialSeconds());
            Instant liveUntil = until.plus(settings.grace());
            facts.accept(
                    new TrialStarted(command.membershipId(), tier, command.method(), until, liveUntil, command.at()));
        } else {
            collecting(settings).start(command.membershipId(), tier, command.method(), command.at());
        }
    }

    void change(ChangeTier command, MembershipSettings settings) throws Refused {
        refuseUnlessStanding(command.at());
        refuseIfSuspended();
        refuseIfOfStore(command.at());
        Tier tier = command.tier();
        boolean stays = tier.equals(standing.period.tier());
        if (command.effect() == ChangeEffect.PERIOD_END || stays) {
            if (!tier.equals(standing.nextTier())) {
                facts.accept(new TierChosen(standing.id, tier, command.at()));
            }
        } else if (!standing.asked.areOpen(DuesPurpose.CHANGE, tier)) {
            collecting(settings).change(tier, command.at());
        }
    }

    void choose(ChooseMethod command, MembershipSettings settings) throws Refused {
        refuseUnlessStanding(command.at());
        if (!standing.method.equals(command.method())) {
            facts.accept(new MethodChosen(standing.id, command.method(), command.at()));
            if (standing.inGrace && !standing.suspended && command.at().isBefore(standing.giveUpAt)) {
                collecting(settings).retry(command.at());
            }
        }
    }

    void cancel(CancelMembership command) throws Refused {
        if (standing.period == null && standing.asked.areOpen(DuesPurpose.START)) {
            end(command.at());
            return;
        }
        refuseUnlessStanding(command.at());
        cancel(command.at());
    }

    void resume(ResumeMembership command) throws Refused {
        refuseUnlessStanding(command.at());
        refuseIfSuspended();
        if (!standing.cancelled) {
            return;
        }
        if (standing.period.isOver(command.at())) {
            throw MembershipRefusal.MEMBERSHIP_OVER.of("it ended %s; start a new one", standing.period.until());
        }
        refuseIfOfStore(command.at());
        facts.accept(new MembershipResumed(standing.id, standing.period.liveUntil(), command.at()));
    }

    void record(RecordSubscription command) {
        Subscription known = standing.subscriptions.merged(command.told());
        if (standing.subscriptions.include(known)) {
            return;
        }
        facts.accept(new SubscriptionRecorded(command.membershipId(), known, command.at()));
        boolean goesOnHere = standing.period != null && !standing.cancelled;
        if (goesOnHere && Subscriptions.isCharged(known, command.at())) {
            cancel(command.at());
        }
    }

    private boolean isStarted(StartMembership command) {
        Period period = standing.period;
        boolean runs = period != null
                && !standing.cancelled
                && period.tier().name().equals(command.tier().name());
        return runs
                || standing.asked.areOpen(DuesPurpose.START, command.tier())
                        && command.method().equals(standing.method);
    }

    private void cancel(Instant at) {
        if (standing.period.isOver(at) || standing.suspended) {
            end(at);
        } else if (!standing.cancelled) {
            facts.accept(new MembershipCancelled(standing.id, standing.period.until(), at));
        }
    }

    private void end(Instant at) {
        facts.accept(new MembershipEnded(standing.id, MembershipEnd.CANCELLED, at));
    }

    private Collecting collecting(MembershipSettings settings) {
        return new Collecting(standing, settings, facts);
    }

    private void refuseIfOfStore(Instant at) throws Refused {
        if (standing.subscriptions.areCharged(at)) {
            throw MembershipRefusal.MEMBERSHIP_OF_STORE.of("a store renews your membership; change it there");
        }
    }

    private void refuseIfSuspended() throws Refused {
        if (standing.suspended || standing.receipts.areDisputed()) {
            throw MembershipRefusal.MEMBERSHIP_SUSPENDED.of("what was paid for it has gone back or is disputed");
        }
    }

    private void refuseUnlessStanding(Instant at) throws Refused {
        if (standing.period == null) {
            refuseIfOfStore(at);
            throw MembershipRefusal.MEMBERSHIP_UNKNOWN.of("you are no member now");
        }
    }
}
