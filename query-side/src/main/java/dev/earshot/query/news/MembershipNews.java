package dev.earshot.query.news;

import dev.earshot.api.membership.MembershipEvent;
import dev.earshot.api.membership.MembershipEvent.DuesAsked;
import dev.earshot.api.membership.MembershipEvent.DuesMissed;
import dev.earshot.api.membership.MembershipEvent.DuesUnused;
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
import java.util.List;
import java.util.function.BiFunction;

/** What members hear of their membership. By which method it is paid they hear nowhere. */
final class MembershipNews {
    private static final String TOP_UP = "topUpId";
    private static final String TIER = "tier";
    private static final String PERIOD_END = "periodEnd";
    private static final String AMOUNT = "amount";
    private static final String REASON = "reason";

    private MembershipNews() {}

    static void tell(Audience audience) {
        tell(
                audience,
                TrialStarted.class,
                (event, shape) -> shape.with(TIER, event.tier().name()).with(PERIOD_END, event.until()));
        tell(
                audience,
                DuesAsked.class,
                (event, shape) -> shape.with(TOP_UP, event.topUpId())
                        .with("purpose", event.purpose())
                        .with(TIER, event.tier().name())
                        .with(AMOUNT, event.amount()));
        tell(
                audience,
                PeriodBegan.class,
                (event, shape) -> shape.with(TIER, event.tier().name()).with(PERIOD_END, event.until()));
        tell(
                audience,
                RenewalFailed.class,
                (event, shape) -> shape.with(TOP_UP, event.topUpId())
                        .with(REASON, event.reason())
                        .with("graceUntil", event.graceUntil()));
        tell(
                audience,
                DuesMissed.class,
                (event, shape) -> shape.with(TOP_UP, event.topUpId()).with(REASON, event.reason()));
        tell(
                audience,
                DuesUnused.class,
                (event, shape) -> shape.with(TOP_UP, event.topUpId()).with(AMOUNT, event.paid()));
        tell(audience, MembershipCancelled.class, (event, shape) -> shape.with(PERIOD_END, event.endsAt()));
        tell(audience, MembershipResumed.class, (event, shape) -> shape);
        tell(
                audience,
                TierChosen.class,
                (event, shape) -> shape.with("nextTier", event.tier().name()));
        tell(audience, MethodChosen.class, (event, shape) -> shape);
        tell(audience, MembershipSuspended.class, (event, shape) -> shape);
        tell(
                audience,
                MembershipReinstated.class,
                (event, shape) -> shape.with(TIER, event.tier().name()));
        tell(audience, MembershipEnded.class, (event, shape) -> shape.with(REASON, event.reason()));
        tell(
                audience,
                SubscriptionRecorded.class,
                (event, shape) -> shape.with(TIER, event.known().tier().name())
                        .with(PERIOD_END, event.known().liveUntil())
                        .with("renews", event.known().goesOn()));
    }

    private static <E extends MembershipEvent> void tell(
            Audience audience, Class<E> type, BiFunction<E, Shape, Shape> details) {
        audience.tell(
                type,
                event -> List.of(details.apply(event, Shape.of(Kind.MEMBERSHIP, event, event.at()))
                        .to(event.membershipId().accountId())));
    }
}
