package dev.earshot.saga.membership;

import dev.earshot.api.account.AccountCommand.KeepPack;
import dev.earshot.api.account.AccountEvent.TimeZoneChosen;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.membership.MembershipCommand.MissDues;
import dev.earshot.api.membership.MembershipCommand.ReceiveDues;
import dev.earshot.api.membership.MembershipCommand.ReverseDues;
import dev.earshot.api.membership.MembershipEvent;
import dev.earshot.api.membership.MembershipEvent.DuesAsked;
import dev.earshot.api.membership.MembershipEvent.DuesClaimed;
import dev.earshot.api.membership.MembershipEvent.DuesUnused;
import dev.earshot.api.membership.MembershipEvent.MembershipCancelled;
import dev.earshot.api.membership.MembershipEvent.MembershipEnded;
import dev.earshot.api.membership.MembershipEvent.MembershipReinstated;
import dev.earshot.api.membership.MembershipEvent.MembershipResumed;
import dev.earshot.api.membership.MembershipEvent.MembershipSuspended;
import dev.earshot.api.membership.MembershipEvent.PeriodBegan;
import dev.earshot.api.membership.MembershipEvent.SubscriptionRecorded;
import dev.earshot.api.membership.MembershipEvent.TrialStarted;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Tier;
import dev.earshot.api.topup.Dues;
import dev.earshot.api.topup.TopUpCommand.RequestDues;
import dev.earshot.api.topup.TopUpEvent.DuesDeclined;
import dev.earshot.api.topup.TopUpEvent.DuesPaid;
import dev.earshot.api.topup.TopUpEvent.DuesReckoned;
import dev.earshot.api.wallet.WalletCommand.AgreeAllowance;
import dev.earshot.api.wallet.WalletCommand.CreditTopUp;
import dev.earshot.api.wallet.WalletCommand.LimitAllowance;
import dev.earshot.api.wallet.WalletCommand.ReverseTopUp;
import dev.earshot.api.wallet.WalletCommand.SetDayZone;
import dev.earshot.platform.catalogue.MembershipSettings;
import dev.earshot.platform.command.FollowUps;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Carries what memberships want to the payments and what they allow to the wallets, and the answers back. */
@Component
@ProcessingGroup("membership-routing")
@DisallowReplay
class MembershipRouting {
    private final FollowUps followUps;
    private final MembershipSettings settings;

    MembershipRouting(FollowUps followUps, MembershipSettings settings) {
        this.followUps = followUps;
        this.settings = settings;
    }

    @EventHandler
    void on(DuesAsked fact) {
        if (fact.amount().isPositive()) { // What credit pays for is paid already.
            Dues dues = new Dues(fact.membershipId(), fact.tier().name(), fact.amount());
            followUps.send(
                    new RequestDues(fact.topUpId(), wallet(fact.membershipId()), dues, fact.method(), fact.at()));
        }
    }

    @EventHandler
    void on(DuesPaid fact) {
        followUps.send(new ReceiveDues(
                fact.dues().membershipId(), fact.topUpId(), fact.dues().amount(), fact.at()));
    }

    @EventHandler
    void on(DuesDeclined fact) {
        followUps.send(new MissDues(fact.dues().membershipId(), fact.topUpId(), fact.reason(), fact.at()));
    }

    @EventHandler
    void on(DuesReckoned fact) {
        followUps.send(new ReverseDues(
                fact.dues().membershipId(),
                fact.topUpId(),
                fact.dues().amount(),
                fact.reversal(),
                fact.lost(),
                fact.revision(),
                fact.at()));
    }

    @EventHandler
    void on(DuesClaimed fact) {
        followUps.send(new ReverseTopUp(
                wallet(fact.membershipId()), fact.topUpId(), fact.paid(), fact.inAll(), fact.revision(), fact.at()));
    }

    @EventHandler
    void on(DuesUnused fact) {
        followUps.send(new CreditTopUp(wallet(fact.membershipId()), fact.topUpId(), fact.paid(), fact.at()));
    }

    @EventHandler
    void on(TrialStarted fact) {
        allow(fact, own(fact), fact.tier(), fact.liveUntil());
    }

    @EventHandler
    void on(PeriodBegan fact) {
        allow(fact, own(fact), fact.tier(), fact.liveUntil());
    }

    @EventHandler
    void on(SubscriptionRecorded fact) {
        allow(fact, fact.known().reference(), fact.known().tier(), fact.known().liveUntil());
    }

    @EventHandler
    void on(MembershipCancelled fact) {
        limit(fact, fact.endsAt());
    }

    @EventHandler
    void on(MembershipResumed fact) {
        limit(fact, fact.liveUntil());
    }

    @EventHandler
    void on(MembershipSuspended fact) {
        limit(fact, fact.at());
    }

    @EventHandler
    void on(MembershipReinstated fact) {
        allow(fact, own(fact), fact.tier(), fact.liveUntil()); // Anew, for the wallet forgets what is over.
    }

    @EventHandler
    void on(MembershipEnded fact) {
        limit(fact, fact.at());
    }

    @EventHandler
    void on(TimeZoneChosen fact) {
        followUps.send(new SetDayZone(WalletId.of(fact.accountId()), fact.zone(), fact.at()));
    }

    private void allow(MembershipEvent fact, String source, Tier tier, Instant until) {
        followUps.send(new KeepPack(fact.membershipId().accountId(), PlanVersion.MEMBERSHIP, fact.at()));
        followUps.send(new AgreeAllowance(
                wallet(fact.membershipId()), source, tier.secondsPerDay(), settings.zone(), until, fact.at()));
    }

    private void limit(MembershipEvent fact, Instant until) {
        followUps.send(new LimitAllowance(wallet(fact.membershipId()), own(fact), until, fact.at()));
    }

    private static String own(MembershipEvent fact) {
        return fact.membershipId().value();
    }

    private static WalletId wallet(MembershipId membershipId) {
        return WalletId.of(membershipId.accountId());
    }
}
