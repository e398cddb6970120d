package dev.earshot.command.earnings;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayoutEvent;
import dev.earshot.api.payout.PayoutEvent.PayoutFailed;
import dev.earshot.api.payout.PayoutEvent.PayoutLost;
import dev.earshot.api.payout.PayoutEvent.PayoutPaid;
import dev.earshot.api.payout.PayoutEvent.PayoutRequested;
import dev.earshot.api.payout.PayoutEvent.PayoutReturned;
import dev.earshot.memory.Recent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What has left for the listener: at most one payout in flight, those that arrived and may yet bounce, and how much of a
 * day's limit is used. Days are UTC. What failed does not count for its day.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class Payouts {
    private static final int REMEMBERED = 200;

    private Outgoing inFlight;
    private LinkedHashMap<PayoutId, Outgoing> arrived = new LinkedHashMap<>();
    private Recent<PayoutId> known = Recent.atMost(REMEMBERED);
    private Instant day = Instant.EPOCH;
    private Map<Currency, Long> ofDay = new HashMap<>();

    boolean knows(PayoutId payoutId) {
        return known.includes(payoutId);
    }

    boolean isBusy() {
        return inFlight != null;
    }

    Optional<Outgoing> inFlight(PayoutId payoutId) {
        return Optional.ofNullable(inFlight).filter(payout -> payout.payoutId().equals(payoutId));
    }

    Optional<Outgoing> arrived(PayoutId payoutId) {
        return Optional.ofNullable(arrived.get(payoutId));
    }

    /** What of a day's limit is left at this moment, minor units. */
    long leftOf(long limit, Currency currency, Instant at) {
        return day.equals(dayOf(at)) ? limit - ofDay.getOrDefault(currency, 0L) : limit;
    }

    void on(PayoutEvent event) {
        if (event instanceof PayoutRequested payout) {
            leave(payout.payoutId(), payout.amount(), payout.at());
        } else if (event instanceof PayoutLost) {
            inFlight = inFlight.gone();
        } else if (event instanceof PayoutPaid) {
            arrive();
        } else if (event instanceof PayoutFailed) {
            uncount(inFlight);
            inFlight = null;
        } else if (event instanceof PayoutReturned payout) {
            uncount(arrived.remove(payout.payoutId()));
        }
    }

    private void leave(PayoutId payoutId, Money amount, Instant at) {
        inFlight = new Outgoing(payoutId, amount, at, false);
        known.remember(payoutId);
        if (!day.equals(dayOf(at))) {
            day = dayOf(at);
            ofDay.clear();
        }
        ofDay.merge(amount.currency(), amount.minor(), Math::addExact);
    }

    private void arrive() {
        arrived.put(inFlight.payoutId(), inFlight);
        inFlight = null;
        if (arrived.size() > REMEMBERED) {
            arrived.remove(arrived.keySet().iterator().next());
        }
    }

    private void uncount(Outgoing payout) {
        if (day.equals(dayOf(payout.requestedAt()))) {
            ofDay.merge(payout.amount().currency(), -payout.amount().minor(), Math::addExact);
        }
    }

    private static Instant dayOf(Instant moment) {
        return moment.truncatedTo(ChronoUnit.DAYS);
    }
}
