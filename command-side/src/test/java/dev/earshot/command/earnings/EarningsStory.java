package dev.earshot.command.earnings;

import dev.earshot.api.earnings.ActivityTiers.Tier;
import dev.earshot.api.earnings.EarningsCommand.ClawBackEarnings;
import dev.earshot.api.earnings.EarningsCommand.CreditEarnings;
import dev.earshot.api.earnings.EarningsCommand.ImposePenalty;
import dev.earshot.api.earnings.EarningsCommand.MatureEarnings;
import dev.earshot.api.earnings.EarningsCommand.ReversePenalty;
import dev.earshot.api.earnings.EarningsCommand.SettleByDestination;
import dev.earshot.api.earnings.PenaltyReason;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.ClawbackId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.id.PenaltyId;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayoutCommand.ConfirmPayout;
import dev.earshot.api.payout.PayoutCommand.FailPayout;
import dev.earshot.api.payout.PayoutCommand.LosePayout;
import dev.earshot.api.payout.PayoutCommand.OpenPayee;
import dev.earshot.api.payout.PayoutCommand.RequestFullPayout;
import dev.earshot.api.payout.PayoutCommand.RequestPayout;
import dev.earshot.api.payout.PayoutCommand.VerifyPayee;
import dev.earshot.api.payout.PayoutFailure;
import dev.earshot.command.Live;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;

/** Speaks of Lea's coins: held for a week, raised from 20 and 35 hours of talk a week, paid out from 10 to 100 dollars a day. */
final class EarningsStory {
    static final EarningsId LEA = new EarningsId("ear_lea");
    static final AccountId SUE = new AccountId("acc_sue");
    /** A Wednesday. */
    static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    static final Duration WEEK = Duration.ofDays(7);
    static final long HOUR = 3_600;
    private static final EarningsSettings EARNINGS =
            new EarningsSettings(WEEK, List.of(new Tier(20, 11_000), new Tier(35, 12_500)), 5_000);
    private static final PayoutSettings PAYOUTS = new PayoutSettings(1_000, 10_000);

    private EarningsStory() {}

    static Live<Earnings> live() {
        return new Live<>(Earnings.class, new Earnings(), EARNINGS, PAYOUTS);
    }

    /** What comes of these commands, all but the last of which are the past. */
    static ResultValidator<Earnings> after(Object... commands) {
        var fixture = new AggregateTestFixture<>(Earnings.class)
                .registerInjectableResource(EARNINGS)
                .registerInjectableResource(PAYOUTS);
        List<Object> all = Arrays.asList(commands);
        return fixture.givenCommands(all.subList(0, all.size() - 1)).when(all.get(all.size() - 1));
    }

    static CreditEarnings credit(String call, long minor) {
        return credit(call, minor, 600, NOON);
    }

    static CreditEarnings credit(String call, long minor, long seconds, Instant endedAt) {
        return new CreditEarnings(LEA, call(call), usd(minor), seconds, endedAt, NOON);
    }

    static MatureEarnings mature(Instant at) {
        return new MatureEarnings(LEA, at);
    }

    static ImposePenalty penalty(String penalty, long minor) {
        return new ImposePenalty(LEA, new PenaltyId("pen_" + penalty), usd(minor), PenaltyReason.MISCONDUCT, SUE, NOON);
    }

    static ReversePenalty reversal(String penalty) {
        return new ReversePenalty(LEA, new PenaltyId("pen_" + penalty), SUE, NOON);
    }

    static ClawBackEarnings clawback(String clawback, long minor) {
        return new ClawBackEarnings(LEA, new ClawbackId("clw_" + clawback), call("c"), usd(minor), NOON);
    }

    static SettleByDestination settle(String call, String payment, long minor) {
        return new SettleByDestination(LEA, call(call), payment, usd(minor), NOON);
    }

    static OpenPayee open() {
        return new OpenPayee(LEA, "acct", "test_ok", NOON);
    }

    static VerifyPayee verify() {
        return new VerifyPayee(LEA, "acct", NOON);
    }

    static RequestPayout request(String payout, long minor) {
        return request(payout, minor, NOON.plus(WEEK));
    }

    static RequestPayout request(String payout, long minor, Instant at) {
        return new RequestPayout(LEA, payout(payout), usd(minor), at);
    }

    static RequestFullPayout requestAll(String payout) {
        return new RequestFullPayout(LEA, payout(payout), NOON.plus(WEEK));
    }

    static LosePayout lose(String payout) {
        return new LosePayout(LEA, payout(payout), NOON);
    }

    static ConfirmPayout confirm(String payout) {
        return new ConfirmPayout(LEA, payout(payout), "po_1", NOON);
    }

    static FailPayout fail(String payout) {
        return new FailPayout(LEA, payout(payout), PayoutFailure.DECLINED, NOON);
    }

    static CallId call(String call) {
        return new CallId("call_" + call);
    }

    static PayoutId payout(String payout) {
        return new PayoutId("out_" + payout);
    }

    static Money usd(long minor) {
        return Money.of(minor, "USD");
    }
}
