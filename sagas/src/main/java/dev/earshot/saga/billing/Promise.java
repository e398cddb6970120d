package dev.earshot.saga.billing;

import dev.earshot.api.call.EndReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a call ends if nothing else happens.
 *
 * @param reason why it ends then
 * @param due as of when it ends
 * @param askAt when it is told to end; later than {@code due} where somebody else should have done so first
 */
record Promise(EndReason reason, Instant due, Instant askAt) {
    /** The promise of the stage the call is in, if that stage may not last for ever. */
    static Optional<Promise> of(Progress progress, Hold hold, Rules rules) {
        return switch (progress.stage()) {
            case REQUESTED, REFUSING, OVER -> Optional.empty();
            case RINGING -> Optional.of(after(progress, rules.ring(), EndReason.NO_ANSWER));
            case ACCEPTED -> Optional.of(after(progress, rules.connect(), EndReason.NOT_CONNECTED));
            case CONNECTED -> Optional.of(ofTalk(progress, hold, rules));
        };
    }

    private static Promise ofTalk(Progress progress, Hold hold, Rules rules) {
        Promise longest = after(progress, rules.maximumLength(), EndReason.MAXIMUM_LENGTH);
        Duration granted = Duration.ofSeconds(Math.max(hold.grantedSeconds(), progress.knownSeconds()));
        if (granted.isZero() || granted.compareTo(rules.maximumLength()) >= 0) {
            return longest;
        }
        // Whoever counts the seconds ends the call at the last one; this is for the day when nobody counts.
        Instant lastSecond = progress.since().plus(granted);
        return new Promise(EndReason.FUNDS_EXHAUSTED, lastSecond, lastSecond.plus(rules.askAgain()));
    }

    private static Promise after(Progress progress, Duration stay, EndReason reason) {
        Instant due = progress.since().plus(stay);
        return new Promise(reason, due, due);
    }
}
