package dev.earshot.adapter.payout;

import dev.earshot.adapter.payout.PayeeReply.Unvouched;
import dev.earshot.adapter.payout.PayeeReply.Vouched;
import dev.earshot.adapter.payout.PayoutReply.Failed;
import dev.earshot.adapter.payout.PayoutReply.Paid;
import dev.earshot.adapter.payout.PayoutReply.Unknown;
import dev.earshot.adapter.payout.PayoutReply.Waiting;
import dev.earshot.api.payout.PayoutCommand;
import dev.earshot.api.payout.PayoutCommand.ConfirmPayout;
import dev.earshot.api.payout.PayoutCommand.FailPayout;
import dev.earshot.api.payout.PayoutCommand.LosePayout;
import dev.earshot.api.payout.PayoutCommand.SuspendPayee;
import dev.earshot.api.payout.PayoutCommand.TellPayeeNeeds;
import dev.earshot.api.payout.PayoutCommand.VerifyPayee;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What follows from a provider's reply.
 *
 * @param wishes what the listener's earnings are asked
 * @param reference the provider's name for the payout, as far as it is known
 * @param askAgainAt when the provider is asked again, if ever
 */
record Answered(List<PayoutCommand> wishes, String reference, Optional<Instant> askAgainAt) {
    static Answered by(PayoutReply reply, OpenPayout payout, Duration patience, Instant now) {
        var earnings = payout.earningsId();
        if (reply instanceof Paid paid) {
            var confirm = new ConfirmPayout(earnings, payout.id(), paid.reference(), now);
            return new Answered(List.of(confirm), paid.reference(), paid.lookAgainAt());
        }
        if (reply instanceof Failed failed) {
            var fail = new FailPayout(earnings, payout.id(), failed.reason(), now);
            return new Answered(List.of(fail), payout.reference(), Optional.empty());
        }
        if (reply instanceof Waiting waiting) {
            return new Answered(
                    List.of(), waiting.reference(), Optional.of(later(now.plus(patience), waiting.askAgainAt())));
        }
        Duration atLeast = reply instanceof Unknown unknown ? unknown.atLeast() : Duration.ZERO;
        return new Answered(
                List.of(new LosePayout(earnings, payout.id(), now)),
                payout.reference(),
                Optional.of(later(now.plus(patience), now.plus(atLeast))));
    }

    static Answered by(PayeeReply reply, OpenPayee payee, Duration patience, Duration lookAgain, Instant now) {
        var earnings = payee.earningsId();
        if (reply instanceof Vouched) {
            return new Answered(
                    List.of(new VerifyPayee(earnings, payee.account(), now)), "", Optional.of(now.plus(lookAgain)));
        }
        if (reply instanceof Unvouched unvouched) {
            return new Answered(
                    List.of(
                            new SuspendPayee(earnings, payee.account(), now),
                            new TellPayeeNeeds(earnings, payee.account(), unvouched.needs(), now)),
                    "",
                    Optional.of(now.plus(patience)));
        }
        Duration atLeast = reply instanceof PayeeReply.Unknown unknown ? unknown.atLeast() : Duration.ZERO;
        return new Answered(List.of(), "", Optional.of(later(now.plus(patience), now.plus(atLeast))));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
