package dev.earshot.command.membership;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.membership.ChangeEffect;
import dev.earshot.api.membership.DuesPurpose;
import dev.earshot.api.membership.MembershipCommand;
import dev.earshot.api.membership.MembershipCommand.AdvanceMembership;
import dev.earshot.api.membership.MembershipCommand.AskMembership;
import dev.earshot.api.membership.MembershipCommand.CancelMembership;
import dev.earshot.api.membership.MembershipCommand.ChangeTier;
import dev.earshot.api.membership.MembershipCommand.MissDues;
import dev.earshot.api.membership.MembershipCommand.ReceiveDues;
import dev.earshot.api.membership.MembershipCommand.RecordSubscription;
import dev.earshot.api.membership.MembershipCommand.ResumeMembership;
import dev.earshot.api.membership.MembershipCommand.ReverseDues;
import dev.earshot.api.membership.MembershipCommand.StartMembership;
import dev.earshot.api.membership.MembershipEvent.DuesAsked;
import dev.earshot.api.membership.MembershipEvent.PeriodBegan;
import dev.earshot.api.membership.Subscription;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Cycle;
import dev.earshot.api.pricing.Tier;
import dev.earshot.api.topup.Reversal;
import dev.earshot.api.topup.TopUpDecline;
import dev.earshot.platform.catalogue.MembershipSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;

/** The words in which memberships are tested: periods of 30 days, 3 days of grace, a retry each day. */
final class MembershipStory {
    static final MembershipId ID = MembershipId.of(new AccountId("acc_ann"));
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    static final MembershipSettings SETTINGS =
            new MembershipSettings(Duration.ofDays(3), Duration.ofDays(1), ZoneOffset.UTC);
    static final Tier SMALL = tier("small", 3_000, 900, 0);
    static final Tier LARGE = tier("large", 9_000, 3_600, 0);
    static final Tier TRIED = tier("tried", 3_000, 900, 7);

    private MembershipStory() {}

    /** A membership of which all this was asked before. */
    static Past given(MembershipCommand... past) {
        return new Past(List.of(past));
    }

    record Past(List<MembershipCommand> past) {
        ResultValidator<Membership> when(MembershipCommand command) {
            return new AggregateTestFixture<>(Membership.class)
                    .registerInjectableResource(SETTINGS)
                    .givenCommands(past)
                    .when(command);
        }
    }

    static Tier tier(String name, long price, long secondsPerDay, int trialDays) {
        return new Tier(
                name,
                "family",
                usd(price),
                secondsPerDay,
                false,
                Duration.ofDays(trialDays).toSeconds(),
                Cycle.of("P30D"));
    }

    static StartMembership start(Tier tier) {
        return new StartMembership(ID, tier, "card", day(0));
    }

    static StartMembership startAt(Tier tier, Instant at) {
        return new StartMembership(ID, tier, "card", at);
    }

    static CancelMembership cancel(int day) {
        return new CancelMembership(ID, day(day));
    }

    static ResumeMembership resume(int day) {
        return new ResumeMembership(ID, day(day));
    }

    static ChangeTier change(Tier tier, ChangeEffect effect, int day) {
        return new ChangeTier(ID, tier, effect, day(day));
    }

    static AdvanceMembership advance(int day) {
        return new AdvanceMembership(ID, day(day));
    }

    static AskMembership ask(int day) {
        return new AskMembership(ID, day(day));
    }

    static ReceiveDues paid(int attempt, long minor, int day) {
        return new ReceiveDues(ID, dues(attempt), usd(minor), day(day));
    }

    static MissDues missed(int attempt, int day) {
        return new MissDues(ID, dues(attempt), TopUpDecline.CARD_DECLINED, day(day));
    }

    /** All of the dues that has gone back: so much in refunds, so much in open disputes, so much in lost ones. */
    static ReverseDues back(int attempt, long paid, long refunded, long open, long lost, int revision, int day) {
        Money inAll = usd(Math.min(paid, refunded + open + lost));
        Reversal reversal = new Reversal(usd(refunded), usd(open + lost), inAll, revision);
        return new ReverseDues(ID, dues(attempt), usd(paid), reversal, usd(lost), revision, day(day));
    }

    static RecordSubscription told(Subscription subscription, int day) {
        return new RecordSubscription(ID, subscription, day(day));
    }

    static DuesAsked asked(int attempt, DuesPurpose purpose, Tier tier, long minor, int from, int giveUp, int day) {
        return new DuesAsked(ID, dues(attempt), purpose, tier, usd(minor), 0, "card", day(from), day(giveUp), day(day));
    }

    static PeriodBegan began(int attempt, Tier tier, int from, int until, int day) {
        return new PeriodBegan(ID, dues(attempt), tier, 0, day(from), day(until), day(until + 3), day(day));
    }

    static TopUpId dues(int attempt) {
        return TopUpId.ofDues(ID, attempt);
    }

    static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    static Money usd(long minor) {
        return Money.of(minor, "USD");
    }
}
