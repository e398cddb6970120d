package dev.earshot.adapter.payments.stripe.connect;

import com.stripe.exception.StripeException;
import com.stripe.model.Payout;
import com.stripe.model.Transfer;
import dev.earshot.adapter.payments.stripe.StripeFailures;
import dev.earshot.adapter.payments.stripe.StripeMapping;
import dev.earshot.adapter.payments.stripe.WhenStripe;
import dev.earshot.adapter.payout.OpenPayee;
import dev.earshot.adapter.payout.OpenPayout;
import dev.earshot.adapter.payout.PayeeReply;
import dev.earshot.adapter.payout.PayeeReply.Unvouched;
import dev.earshot.adapter.payout.PayoutProvider;
import dev.earshot.adapter.payout.PayoutReply;
import dev.earshot.adapter.payout.PayoutReply.Failed;
import dev.earshot.adapter.payout.PayoutReply.Paid;
import dev.earshot.adapter.payout.PayoutReply.Unknown;
import dev.earshot.adapter.payout.PayoutReply.Waiting;
import dev.earshot.api.payout.PayeeNeed;
import dev.earshot.api.payout.PayoutFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Payouts through Stripe Connect, one step each time we ask: the coins move to the listener's account at Stripe, and from
 * there all that it holds goes to the bank, what card payments brought there directly too. Money that does not reach the
 * bank is moved back to us before the payout is said to have failed, so that the coins are never in two places.
 */
@Component
@WhenStripe
class StripePayouts implements PayoutProvider {
    private final ConnectGateway stripe;
    private final ConnectSettings settings;
    private final Clock clock;

    StripePayouts(ConnectGateway stripe, ConnectSettings settings, Clock clock) {
        this.stripe = stripe;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "stripe";
    }

    @Override
    public PayoutReply pay(OpenPayout payout) {
        if (!StripeMapping.counts(payout.amount().currency())) {
            return new Failed(PayoutFailure.AMOUNT_REFUSED);
        }
        Trail trail = Trail.of(payout.reference());
        try {
            if (trail.transfer().isEmpty()) {
                return moved(payout);
            }
            return trail.payout().isEmpty()
                    ? sent(payout, trail)
                    : told(payout, trail, stripe.payout(payout, trail.payout()));
        } catch (StripeException failure) {
            return new Unknown(StripeFailures.reason(failure), StripeFailures.retryAfter(failure));
        } catch (RuntimeException unreadable) {
            return new Unknown("an answer that cannot be read: " + unreadable, Duration.ZERO);
        }
    }

    @Override
    public PayeeReply look(OpenPayee payee) {
        try {
            return ConnectMapping.payee(stripe.account(payee.account()));
        } catch (StripeException failure) {
            boolean gone = StripeFailures.isClearNo(failure) || "account_invalid".equals(failure.getCode());
            return gone
                    ? new Unvouched(List.of(PayeeNeed.RECONNECTION))
                    : new PayeeReply.Unknown(StripeFailures.reason(failure), StripeFailures.retryAfter(failure));
        } catch (RuntimeException unreadable) {
            return new PayeeReply.Unknown("an answer that cannot be read: " + unreadable, Duration.ZERO);
        }
    }

    /** A key that Stripe may have forgotten is never relied upon: it would move the money a second time. */
    private PayoutReply moved(OpenPayout payout) throws StripeException {
        boolean forgotten = payout.askedAt().plus(settings.keysLast()).isBefore(clock.instant());
        Optional<Transfer> known = forgotten ? stripe.transferOf(payout) : Optional.empty();
        try {
            Transfer transfer = known.isPresent() ? known.get() : stripe.transfer(payout);
            return new Waiting(named(transfer.getId()), clock.instant());
        } catch (StripeException failure) {
            if (isRefused(failure)) {
                return new Failed(ConnectMapping.failure(failure));
            }
            throw failure;
        }
    }

    private PayoutReply sent(OpenPayout payout, Trail trail) throws StripeException {
        if (Boolean.TRUE.equals(stripe.transfer(trail.transfer()).getReversed())) {
            return new Failed(PayoutFailure.DECLINED);
        }
        Optional<Payout> known = stripe.payoutOf(payout);
        if (known.isPresent()) {
            return told(payout, trail, known.get());
        }
        long all = Math.max(payout.amount().minor(), stripe.balance(payout));
        try {
            return told(payout, trail, stripe.payOut(payout, all));
        } catch (StripeException failure) {
            if (isRefused(failure)) {
                return returned(payout, trail, ConnectMapping.failure(failure));
            }
            throw failure;
        }
    }

    private PayoutReply told(OpenPayout payout, Trail trail, Payout told) throws StripeException {
        String reference = trail.to(named(told.getId())).reference();
        return switch (String.valueOf(told.getStatus())) {
            case "paid" -> new Paid(reference, lookAgainAt(told));
            case "failed", "canceled" -> returned(payout, trail, ConnectMapping.failure(told.getFailureCode()));
            case "pending", "in_transit" ->
                new Waiting(reference, clock.instant().plus(settings.askAfter()));
            default -> new Unknown("a payout that is " + told.getStatus(), Duration.ZERO);
        };
    }

    /** What was moved is moved back. A reversal that is refused has been made already, or waits for the balance to allow it. */
    private PayoutReply returned(OpenPayout payout, Trail trail, PayoutFailure reason) throws StripeException {
        if (!Boolean.TRUE.equals(stripe.transfer(trail.transfer()).getReversed())) {
            stripe.reverse(payout, trail.transfer());
        }
        return new Failed(reason);
    }

    private Optional<Instant> lookAgainAt(Payout told) {
        Instant now = clock.instant();
        long arrival = Optional.ofNullable(told.getArrivalDate()).orElse(0L);
        return Instant.ofEpochSecond(arrival).plus(settings.mayReturn()).isAfter(now)
                ? Optional.of(now.plus(settings.lookAgain()))
                : Optional.empty();
    }

    private static boolean isRefused(StripeException failure) {
        return StripeFailures.isClearNo(failure) || "account_invalid".equals(failure.getCode());
    }

    private static String named(String name) {
        if (name == null || name.isBlank()) {
            throw new IllegalStateException("no name");
        }
        return name;
    }
}
