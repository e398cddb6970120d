package dev.earshot.query.ledger.lives;

import dev.earshot.api.earnings.EarningsEvent.BonusCredited;
import dev.earshot.api.earnings.EarningsEvent.ClawbackReturned;
import dev.earshot.api.earnings.EarningsEvent.EarningsClawedBack;
import dev.earshot.api.earnings.EarningsEvent.EarningsMatured;
import dev.earshot.api.earnings.EarningsEvent.EarningsReleased;
import dev.earshot.api.earnings.EarningsEvent.EarningsSettledDirectly;
import dev.earshot.api.earnings.EarningsEvent.PenaltyImposed;
import dev.earshot.api.earnings.EarningsEvent.PenaltyReversed;
import dev.earshot.api.earnings.PenaltyReason;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.ClawbackId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.id.PenaltyId;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayoutEvent.PayoutFailed;
import dev.earshot.api.payout.PayoutEvent.PayoutPaid;
import dev.earshot.api.payout.PayoutEvent.PayoutRequested;
import dev.earshot.api.payout.PayoutEvent.PayoutReturned;
import dev.earshot.api.payout.PayoutFailure;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** What becomes of a listener's coins beside calls. What is available may fall below zero, as after a clawback. */
final class Coins {
    static final String STREAM = "coins";
    private static final Instant DAY = Instant.parse("2026-05-02T00:00:00Z");
    private static final AccountId SUE = new AccountId("acc_sue");

    private final EarningsId earnings;
    private final Random random;
    private final Chronicle chronicle;
    private long pending;
    private long available;
    private int number;

    Coins(EarningsId earnings, Random random, Chronicle chronicle) {
        this.earnings = earnings;
        this.random = random;
        this.chronicle = chronicle;
    }

    void earned(long minor) {
        pending += minor;
    }

    /** What a call was credited is with the listener already. */
    void settledDirectly(CallId call, CardPaymentId card, Money earned, Instant at) {
        chronicle.tell(STREAM, call.value(), new EarningsReleased(earnings, call, earned, at, at));
        chronicle.tell(STREAM, call.value(), new EarningsSettledDirectly(earnings, call, card.value(), earned, at));
        pending -= earned.minor();
    }

    /** What an erasure gives up. */
    List<Money> left() {
        return pending + available > 0 ? List.of(usd(pending + available)) : List.of();
    }

    void change() {
        String name = earnings.suffix() + "x" + number++;
        CallId call = new CallId("call_" + name);
        Money amount = usd(1 + random.nextInt(300));
        switch (random.nextInt(5)) {
            case 0 -> {
                tell(new BonusCredited(earnings, call, DAY, amount, DAY));
                pending += amount.minor();
            }
            case 1 -> penalty(new PenaltyId("pen_" + name), amount);
            case 2 -> clawback(new ClawbackId("clw_" + name), call, amount);
            case 3 -> mature(DAY);
            default -> payout(new PayoutId("out_" + name));
        }
    }

    /** Nothing stays pending. */
    void settle(Instant at) {
        mature(at);
    }

    private void mature(Instant at) {
        if (pending > 0) {
            tell(new EarningsMatured(earnings, usd(pending), at, at));
            available += pending;
            pending = 0;
        }
    }

    private void penalty(PenaltyId id, Money amount) {
        tell(new PenaltyImposed(earnings, id, amount, PenaltyReason.MISCONDUCT, SUE, DAY));
        if (random.nextBoolean()) {
            tell(new PenaltyReversed(earnings, id, amount, SUE, DAY));
        } else {
            available -= amount.minor();
        }
    }

    private void clawback(ClawbackId id, CallId call, Money amount) {
        tell(new EarningsClawedBack(earnings, id, call, amount, DAY));
        if (random.nextBoolean()) {
            tell(new ClawbackReturned(earnings, id, call, amount, DAY));
        } else {
            available -= amount.minor();
        }
    }

    private void payout(PayoutId id) {
        if (available <= 0) {
            return;
        }
        Money all = usd(available);
        tell(new PayoutRequested(earnings, id, all, "account", DAY));
        if (random.nextInt(3) == 0) {
            tell(new PayoutFailed(earnings, id, all, PayoutFailure.DECLINED, DAY));
            return;
        }
        tell(new PayoutPaid(earnings, id, all, "n_" + id.suffix(), DAY));
        if (random.nextInt(3) == 0) {
            tell(new PayoutReturned(earnings, id, all, PayoutFailure.ACCOUNT_CLOSED, DAY));
        } else {
            available = 0;
        }
    }

    private void tell(Object fact) {
        chronicle.tell(STREAM, STREAM, fact);
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }
}
