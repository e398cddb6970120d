package dev.earshot.query.live;

import dev.earshot.api.call.Parties;
import dev.earshot.api.meter.Draw;
import dev.earshot.api.pricing.Pocket;

/** The latest draw of one call. Written by the log's tail only; read by anyone, each figure by itself. */
final class LiveCall {
    /** Null until it is known who takes part. */
    volatile Parties parties;

    volatile long second;
    volatile long charged;
    volatile long earned;
    volatile Pocket pocket;
    volatile boolean over;
    volatile long heardAt;

    /** Takes a draw over unless the call is over or a later draw is already known. */
    boolean draw(Draw draw, long now) {
        if (over || draw.second() < second) {
            return false;
        }
        second = draw.second();
        charged = draw.charged();
        earned = draw.earned();
        pocket = draw.pocket();
        heardAt = now;
        return true;
    }

    /** No further draw counts; the last second that does is {@code billableSeconds}. */
    void end(long billableSeconds, long now) {
        over = true;
        second = Math.min(second, billableSeconds);
        heardAt = now;
    }
}
