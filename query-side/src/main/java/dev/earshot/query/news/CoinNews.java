package dev.earshot.query.news;

import dev.earshot.api.earnings.EarningsEvent;
import dev.earshot.api.earnings.EarningsEvent.BonusCredited;
import dev.earshot.api.earnings.EarningsEvent.ClawbackReturned;
import dev.earshot.api.earnings.EarningsEvent.EarningsClawedBack;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.earnings.EarningsEvent.EarningsMatured;
import dev.earshot.api.earnings.EarningsEvent.EarningsSettledDirectly;
import dev.earshot.api.earnings.EarningsEvent.EarningsTakenBackDirectly;
import dev.earshot.api.earnings.EarningsEvent.PenaltyImposed;
import dev.earshot.api.earnings.EarningsEvent.PenaltyReversed;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.payout.PayoutEvent;
import dev.earshot.api.payout.PayoutEvent.PayeeNeedsTold;
import dev.earshot.api.payout.PayoutEvent.PayeeSuspended;
import dev.earshot.api.payout.PayoutEvent.PayeeVerified;
import dev.earshot.api.payout.PayoutEvent.PayoutFailed;
import dev.earshot.api.payout.PayoutEvent.PayoutLost;
import dev.earshot.api.payout.PayoutEvent.PayoutPaid;
import dev.earshot.api.payout.PayoutEvent.PayoutRequested;
import dev.earshot.api.payout.PayoutEvent.PayoutReturned;
import dev.earshot.api.payout.PayoutEvent.PayoutsFrozen;
import dev.earshot.api.payout.PayoutEvent.PayoutsUnfrozen;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What listeners hear of their own coins and payouts. Who of us penalised or froze is nothing they hear. */
final class CoinNews {
    private static final String CALL = "callId";
    private static final String AMOUNT = "amount";
    private static final String REASON = "reason";

    private CoinNews() {}

    static void tell(Audience audience) {
        earnings(
                audience,
                EarningsCredited.class,
                EarningsCredited::at,
                (event, shape) -> shape.with(CALL, event.callId()).with(AMOUNT, event.amount()));
        earnings(
                audience,
                BonusCredited.class,
                BonusCredited::at,
                (event, shape) -> shape.with(CALL, event.callId()).with(AMOUNT, event.amount()));
        earnings(
                audience,
                EarningsMatured.class,
                EarningsMatured::at,
                (event, shape) -> shape.with(AMOUNT, event.amount()));
        earnings(
                audience,
                PenaltyImposed.class,
                PenaltyImposed::at,
                (event, shape) -> shape.with("penaltyId", event.penaltyId())
                        .with(AMOUNT, event.amount())
                        .with(REASON, event.reason()));
        earnings(
                audience,
                PenaltyReversed.class,
                PenaltyReversed::at,
                (event, shape) -> shape.with("penaltyId", event.penaltyId()).with(AMOUNT, event.amount()));
        earnings(
                audience,
                EarningsClawedBack.class,
                EarningsClawedBack::at,
                (event, shape) -> shape.with(CALL, event.callId()).with(AMOUNT, event.amount()));
        earnings(
                audience,
                ClawbackReturned.class,
                ClawbackReturned::at,
                (event, shape) -> shape.with(CALL, event.callId()).with(AMOUNT, event.amount()));
        earnings(
                audience,
                EarningsTakenBackDirectly.class,
                EarningsTakenBackDirectly::at,
                (event, shape) -> shape.with(CALL, event.callId()).with(AMOUNT, event.amount()));
        earnings(
                audience,
                EarningsSettledDirectly.class,
                EarningsSettledDirectly::at,
                (event, shape) -> shape.with(CALL, event.callId()).with(AMOUNT, event.amount()));
        tellOfPayouts(audience);
        account(audience, PayeeVerified.class, PayeeVerified::at);
        account(audience, PayeeSuspended.class, PayeeSuspended::at);
        account(audience, PayeeNeedsTold.class, PayeeNeedsTold::at);
        account(audience, PayoutsFrozen.class, PayoutsFrozen::at);
        account(audience, PayoutsUnfrozen.class, PayoutsUnfrozen::at);
    }

    private static void tellOfPayouts(Audience audience) {
        audience.tell(
                PayoutRequested.class,
                event -> payout(
                        event, event.payoutId(), "IN_FLIGHT", event.at(), shape -> shape.with(AMOUNT, event.amount())));
        audience.tell(
                PayoutLost.class, event -> payout(event, event.payoutId(), "UNKNOWN", event.at(), shape -> shape));
        audience.tell(
                PayoutPaid.class,
                event -> payout(
                        event, event.payoutId(), "PAID", event.at(), shape -> shape.with(AMOUNT, event.amount())));
        audience.tell(
                PayoutFailed.class,
                event -> payout(
                        event,
                        event.payoutId(),
                        "FAILED",
                        event.at(),
                        shape -> shape.with(AMOUNT, event.amount()).with(REASON, event.reason())));
        audience.tell(
                PayoutReturned.class,
                event -> payout(
                        event,
                        event.payoutId(),
                        "RETURNED",
                        event.at(),
                        shape -> shape.with(AMOUNT, event.amount()).with(REASON, event.reason())));
    }

    private static <E extends EarningsEvent> void earnings(
            Audience audience, Class<E> type, Function<E, Instant> at, BiFunction<E, Shape, Shape> details) {
        audience.tell(
                type,
                event -> oneself(
                        event.earningsId(), details.apply(event, Shape.of(Kind.EARNINGS, event, at.apply(event)))));
    }

    private static <E extends PayoutEvent> void account(Audience audience, Class<E> type, Function<E, Instant> at) {
        audience.tell(type, event -> oneself(event.earningsId(), Shape.of(Kind.PAYOUT, event, at.apply(event))));
    }

    private static List<Told> payout(
            PayoutEvent event, PayoutId payoutId, String status, Instant at, Function<Shape, Shape> details) {
        Shape shape =
                Shape.of(Kind.PAYOUT, event, at).with("payoutId", payoutId).with("status", status);
        return oneself(event.earningsId(), details.apply(shape));
    }

    private static List<Told> oneself(EarningsId earningsId, Shape shape) {
        return List.of(shape.to(earningsId.listenerId().accountId()));
    }
}
