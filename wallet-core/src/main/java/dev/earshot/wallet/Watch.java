package dev.earshot.wallet;

import dev.earshot.api.id.CallId;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether somebody is to be told when little is left, and what is left. Immutable.
 *
 * <p>A hold sets aside minutes of talk at once, so what is available tells little of what a member will have: it falls when
 * a call merely rings. A call that asks for more has as good as used up what it was granted before, and that counts.
 *
 * @param threshold in minor units; 0 when nobody is to be told
 * @param usedUp the cash that each running call has as good as used up
 */
record Watch(long threshold, Map<CallId, Long> usedUp) {
    Watch {
        usedUp = Map.copyOf(usedUp);
    }

    static Watch none() {
        return new Watch(0, Map.of());
    }

    Watch below(long minor) {
        return new Watch(minor, usedUp);
    }

    boolean isLow(long cash) {
        return left(cash) < threshold;
    }

    long left(long cash) {
        long left = cash;
        for (long used : usedUp.values()) {
            left -= used;
        }
        return left;
    }

    Watch asksForMore(CallId callId, long granted) {
        Map<CallId, Long> more = new HashMap<>(usedUp);
        more.put(callId, granted);
        return new Watch(threshold, more);
    }

    Watch over(CallId callId) {
        if (!usedUp.containsKey(callId)) {
            return this;
        }
        Map<CallId, Long> fewer = new HashMap<>(usedUp);
        fewer.remove(callId);
        return new Watch(threshold, fewer);
    }
}
