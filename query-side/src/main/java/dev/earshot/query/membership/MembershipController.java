package dev.earshot.query.membership;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.membership.Subscription;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Tier;
import dev.earshot.platform.catalogue.MembershipSettings;
import dev.earshot.platform.web.Caller;
import dev.earshot.query.account.AccountPlans;
import dev.earshot.query.fold.CatchUp;
import dev.earshot.query.membership.MembershipState.Status;
import dev.earshot.query.wallet.DailyAllowance;
import dev.earshot.query.wallet.DailyAllowance.Day;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own membership. */
@RestController
class MembershipController {
    private final MembershipRows memberships;
    private final DailyAllowance allowance;
    private final AccountPlans accounts;
    private final CatchUp catchUp;
    private final MembershipSettings settings;
    private final Clock clock;

    MembershipController(
            MembershipRows memberships,
            DailyAllowance allowance,
            AccountPlans accounts,
            CatchUp catchUp,
            MembershipSettings settings,
            Clock clock) {
        this.memberships = memberships;
        this.allowance = allowance;
        this.accounts = accounts;
        this.catchUp = catchUp;
        this.settings = settings;
        this.clock = clock;
    }

    /** How far the caller's membership has come, and what it still allows today. */
    @Operation(summary = "Tell how far the membership has come, and what it still allows today")
    @GetMapping("/v1/memberships/me")
    MembershipReply membership(Caller caller) {
        Instant now = clock.instant();
        MembershipId membershipId = MembershipId.of(caller.accountId());
        MembershipState membership = catchUp.find(MembershipView.NAME, () -> memberships.find(membershipId))
                .orElseGet(() -> new MembershipState(membershipId.value()));
        ZoneId zone = accounts.zoneOf(caller.accountId()).orElse(settings.zone());
        MembershipReply reply = MembershipReply.of(membership, zone, now);
        return reply.live() ? reply.with(today(caller, reply.tier(), zone, now)) : reply;
    }

    private AllowanceReply today(Caller caller, TierReply tier, ZoneId zone, Instant now) {
        Day day = allowance.today(caller.walletId(), tier.secondsPerDay(), zone, now);
        return new AllowanceReply(day.leftSeconds(), day.ends());
    }

    /**
     * A membership.
     *
     * @param status how far it is; one that a store renews is ACTIVE until it is over
     * @param live whether it allows anything now
     * @param ofStore whether a store charges and renews it, and only there it can be cancelled
     * @param tier absent where there never was one
     * @param periodEnd when what is paid or tried ends, or ended
     * @param renews whether it goes on then
     * @param nextTier the tier it goes on with, where that is another
     * @param graceUntil how long a payment that failed is tried again; only in grace
     * @param topUpId the payment that is under way, to be followed like a top-up
     * @param today only while it is live
     * @param zone by whose clocks its days begin and end
     */
    @Schema(name = "Membership")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MembershipReply(
            Status status,
            boolean live,
            boolean ofStore,
            TierReply tier,
            Instant periodEnd,
            boolean renews,
            String nextTier,
            Instant graceUntil,
            String topUpId,
            AllowanceReply today,
            String zone) {
        static MembershipReply of(MembershipState own, ZoneId zone, Instant now) {
            boolean stands = !own.suspended
                    && (own.status == Status.TRIALING || own.status == Status.ACTIVE || own.status == Status.IN_GRACE);
            Optional<Subscription> sold = own.subscriptions.stream()
                    .filter(subscription -> now.isBefore(subscription.liveUntil()))
                    .max(Comparator.comparing(Subscription::liveUntil));
            return stands || sold.isEmpty() ? ofOwn(own, stands, zone) : ofStore(sold.get(), zone);
        }

        private static MembershipReply ofOwn(MembershipState own, boolean stands, ZoneId zone) {
            return new MembershipReply(
                    own.told(),
                    stands,
                    false,
                    own.tier == null ? null : TierReply.of(own.tier),
                    own.periodEnd,
                    stands && !own.cancelled,
                    own.nextTier == null ? null : own.nextTier.name(),
                    own.graceUntil,
                    own.topUpId,
                    null,
                    zone.getId());
        }

        private static MembershipReply ofStore(Subscription sold, ZoneId zone) {
            return new MembershipReply(
                    Status.ACTIVE,
                    true,
                    true,
                    TierReply.of(sold.tier()),
                    sold.liveUntil(),
                    sold.goesOn(),
                    null,
                    null,
                    null,
                    null,
                    zone.getId());
        }

        MembershipReply with(AllowanceReply allowed) {
            return new MembershipReply(
                    status, live, ofStore, tier, periodEnd, renews, nextTier, graceUntil, topUpId, allowed, zone);
        }
    }

    /** The terms it is on, as they were when it was bought. */
    @Schema(name = "MembershipTier")
    record TierReply(String name, Money price, long secondsPerDay, boolean overflow) {
        static TierReply of(Tier tier) {
            return new TierReply(tier.name(), tier.price(), tier.secondsPerDay(), tier.overflow());
        }
    }

    /**
     * What is left of today.
     *
     * @param leftSeconds what no running call has set aside
     * @param dayEnds when the next day's allowance begins
     */
    @Schema(name = "DailyAllowance")
    record AllowanceReply(long leftSeconds, Instant dayEnds) {}
}
