package dev.earshot.query.lab.replay;

import dev.earshot.api.call.EndReason;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.wallet.HoldDecline;
import dev.earshot.query.lab.tape.Ending;
import dev.earshot.query.lab.tape.Placing;
import dev.earshot.query.lab.tape.Settled;
import dev.earshot.query.lab.tape.TapedCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A call of a script, with what its numbers mean.
 *
 * @param inScope whether it is one of those that are looked at
 * @param begun whether it was asked for when the window had begun
 */
record ScriptCall(TapedCall taped, Terms terms, ListenerId listener, boolean inScope, boolean begun) {
    private static final long NANOS_IN_SECOND = 1_000_000_000;

    CallId id() {
        return taped.callId();
    }

    boolean wasPlaced() {
        return taped.placing().filter(placing -> placing.granted() > 0).isPresent();
    }

    boolean wasCaptured() {
        return taped.talked() > 0;
    }

    /** What it was really charged; nothing where it was not. */
    List<Charge> charged() {
        return taped.settled().map(Settled::charges).orElse(List.of());
    }

    /** Whether means were all that it lacked. */
    boolean lackedMeans() {
        return taped.placing()
                .flatMap(Placing::declined)
                .filter(reason -> reason != HoldDecline.CURRENCY_MISMATCH)
                .isPresent();
    }

    boolean ranOut() {
        return taped.ending()
                .flatMap(Ending::ended)
                .filter(EndReason.FUNDS_EXHAUSTED::equals)
                .isPresent();
    }

    boolean wasRefused() {
        return taped.ending().flatMap(Ending::refused).isPresent();
    }

    /** The end of so many seconds of talk. */
    Instant after(long seconds) {
        return taped.connectedAt().orElseThrow().plusSeconds(seconds);
    }

    /** The first whole second of talk that is not before this moment: then the meter looks again. */
    long secondAfter(Instant moment) {
        Instant from = taped.connectedAt().orElseThrow();
        return moment.isBefore(from)
                ? 0
                : Duration.between(from, moment).plusNanos(NANOS_IN_SECOND - 1).toSeconds();
    }

    /** Whether the tape tells what happened when so much was granted: asked for more at a moment yet to come, or never. */
    boolean tellsOf(long granted, Instant now) {
        boolean wasSo =
                taped.placing().filter(placing -> placing.granted() == granted).isPresent()
                        || taped.asks().stream().anyMatch(ask -> ask.after() == granted);
        return wasSo
                && taped.asks().stream()
                        .filter(ask -> ask.before() == granted)
                        .findFirst()
                        .filter(ask -> ask.moment().at().isBefore(now))
                        .isEmpty();
    }
}
