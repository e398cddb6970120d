package dev.earshot.saga.billing;

import dev.earshot.api.call.RefuseReason;
import dev.earshot.api.presence.EngagementDecline;
import dev.earshot.api.wallet.HoldDecline;
import java.time.Instant;

/**
 * How far the call itself is. It only ever moves on, so facts may arrive late or twice.
 *
 * @param stage the latest stage heard of
 * @param since when it began
 * @param knownSeconds how long the call knows it may last
 * @param refusal why it is refused, once it is
 * @param billableSeconds what it came to, once it is over
 */
record Progress(Stage stage, Instant since, long knownSeconds, RefuseReason refusal, long billableSeconds) {
    enum Stage {
        REQUESTED,
        /** Funds or listener said no, and the call is yet to hear of it. */
        REFUSING,
        RINGING,
        ACCEPTED,
        CONNECTED,
        OVER
    }

    static Progress requested(Instant at) {
        return new Progress(Stage.REQUESTED, at, 0, RefuseReason.CALL_REFUSED, 0);
    }

    Progress reached(Stage next, Instant at) {
        return next.compareTo(stage) > 0 ? new Progress(next, at, knownSeconds, refusal, billableSeconds) : this;
    }

    Progress refusing(HoldDecline no, Instant at) {
        return refusing(
                switch (no) {
                    case INSUFFICIENT_FUNDS -> RefuseReason.INSUFFICIENT_FUNDS;
                    case CURRENCY_MISMATCH -> RefuseReason.CURRENCY_MISMATCH;
                    case RECEIVABLE_OPEN -> RefuseReason.RECEIVABLE_OPEN;
                },
                at);
    }

    Progress refusing(EngagementDecline no, Instant at) {
        return refusing(
                switch (no) {
                    case LISTENER_OFFLINE -> RefuseReason.LISTENER_OFFLINE;
                    case LISTENER_BUSY -> RefuseReason.LISTENER_BUSY;
                    case CALLER_BLOCKED, CALL_OVER -> RefuseReason.CALL_REFUSED;
                },
                at);
    }

    Progress refusing(RefuseReason reason, Instant at) {
        return stage == Stage.REQUESTED ? new Progress(Stage.REFUSING, at, knownSeconds, reason, 0) : this;
    }

    Progress knowing(long seconds) {
        return new Progress(stage, since, Math.max(seconds, knownSeconds), refusal, billableSeconds);
    }

    Progress over(long billable, Instant at) {
        return new Progress(Stage.OVER, at, knownSeconds, refusal, Math.max(billable, billableSeconds));
    }

    boolean isRunning() {
        return stage == Stage.RINGING || stage == Stage.ACCEPTED || stage == Stage.CONNECTED;
    }

    boolean isOver() {
        return stage == Stage.OVER;
    }

    /** Whether whatever was reserved for the call must be given back. */
    boolean isUndoing() {
        return stage == Stage.REFUSING || stage == Stage.OVER;
    }
}
