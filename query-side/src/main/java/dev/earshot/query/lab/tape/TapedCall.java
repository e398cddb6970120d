package dev.earshot.query.lab.tape;

import dev.earshot.api.id.CallId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that a replay needs of one call.
 *
 * @param callId which
 * @param listener the listener's number among the words
 * @param terms the number of its terms among the words
 * @param requested when it was asked for
 * @param placing what the wallet answered, once it has
 * @param asks how it asked for more, in order
 * @param connectedAt since when both were there
 * @param ending how it was over
 * @param settled how its hold was resolved
 */
public record TapedCall(
        CallId callId,
        long listener,
        long terms,
        Moment requested,
        Optional<Placing> placing,
        List<Ask> asks,
        Optional<Instant> connectedAt,
        Optional<Ending> ending,
        Optional<Settled> settled) {
    public TapedCall {
        asks = List.copyOf(asks);
    }

    static TapedCall requested(CallId callId, long listener, long terms, Moment moment) {
        return new TapedCall(
                callId,
                listener,
                terms,
                moment,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What is granted after the last answer. */
    public long granted() {
        return asks.isEmpty()
                ? placing.map(Placing::granted).orElse(0L)
                : asks.get(asks.size() - 1).after();
    }

    /** Seconds that were charged. */
    public long talked() {
        return settled.map(Settled::talked).orElse(0L);
    }

    /** Whether nothing more is to come of it. */
    boolean isComplete() {
        boolean answered =
                settled.isPresent() || placing.flatMap(Placing::declined).isPresent();
        boolean neverAsked = ending.flatMap(Ending::refused)
                .filter(reason -> switch (reason) {
                    case PAYMENT_DECLINED, PAYMENT_UNANSWERED -> placing.isEmpty();
                    default -> false;
                })
                .isPresent();
        return ending.isPresent() && (answered || neverAsked);
    }

    TapedCall with(Placing answer) {
        return new TapedCall(
                callId, listener, terms, requested, Optional.of(answer), asks, connectedAt, ending, settled);
    }

    TapedCall with(Ask ask) {
        List<Ask> more = new ArrayList<>(asks);
        more.add(ask);
        return new TapedCall(callId, listener, terms, requested, placing, more, connectedAt, ending, settled);
    }

    TapedCall connected(Instant at) {
        return new TapedCall(callId, listener, terms, requested, placing, asks, Optional.of(at), ending, settled);
    }

    TapedCall with(Ending over) {
        return new TapedCall(
                callId, listener, terms, requested, placing, asks, connectedAt, Optional.of(over), settled);
    }

    TapedCall with(Settled resolved) {
        return new TapedCall(
                callId, listener, terms, requested, placing, asks, connectedAt, ending, Optional.of(resolved));
    }
}
