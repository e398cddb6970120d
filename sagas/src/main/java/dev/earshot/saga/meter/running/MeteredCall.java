package dev.earshot.saga.meter.running;

import dev.earshot.api.id.CallId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.meter.Draw;
import dev.earshot.api.meter.MeterEvent.GrantRunningLow;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.Renewal;
import java.time.Instant;

/**
 * One call as the meter knows it. What it has drawn follows from its grant, the moment it was connected and the time;
 * everything else here only remembers what need not be told again. Hundreds of thousands of these are asked each second, so
 * what earlier legs came to is worked out once, when the grant arrives.
 */
final class MeteredCall {
    private static final long NOT_CONNECTED = Long.MAX_VALUE;
    private static final long SECOND = 1_000;

    private final CallId callId;
    private final WalletId walletId;
    private long connectedAt = NOT_CONNECTED;

    private Leg[] legs;
    private long[] chargedBefore;
    private long[] earnedBefore;
    private long granted;

    private int leg;
    private long drawn;
    private long toldLowFor;
    private long endedFor;

    MeteredCall(CallId callId, WalletId walletId, Grant grant) {
        this.callId = callId;
        this.walletId = walletId;
        grant(grant);
    }

    /** All that is granted now. It begins with what was granted before: grants only grow. */
    void grant(Grant grant) {
        if (grant.seconds() < granted) {
            return;
        }
        granted = grant.seconds();
        legs = grant.legs().toArray(Leg[]::new);
        chargedBefore = new long[legs.length];
        earnedBefore = new long[legs.length];
        for (int i = 1; i < legs.length; i++) {
            earnedBefore[i] = earnedBefore[i - 1] + legs[i - 1].earnedAt(legs[i - 1].endSecond());
            for (int j = 0; j < i; j++) {
                chargedBefore[i] += burnAlike(j, i) ? legs[j].chargedAt(legs[j].endSecond()) : 0;
            }
        }
        leg = 0;
    }

    void connected(Instant at) {
        connectedAt = at.toEpochMilli();
    }

    /** What was told may not have been heard: everything is told again. */
    void forget() {
        leg = 0;
        drawn = 0;
        toldLowFor = 0;
        endedFor = 0;
    }

    /** The end that was asked for did not come through: it is asked for again. */
    void forgetEnd() {
        endedFor = 0;
    }

    /** Adds what there is to tell as of {@code now}, in epoch milliseconds. */
    void tell(long now, Tick tick) {
        if (now < connectedAt || granted == 0) {
            return;
        }
        long second = Math.min((now - connectedAt) / SECOND, granted);
        if (second > drawn) {
            draw(second, tick);
        }
        if (toldLowFor < granted && Renewal.isDue(granted, second, tick.lowAtSeconds())) {
            toldLowFor = granted;
            tick.add(new GrantRunningLow(callId, walletId, granted, tick.at()));
        }
        if (second == granted && endedFor < granted) {
            endedFor = granted;
            tick.add(new UsedUp(callId, Instant.ofEpochMilli(connectedAt + granted * SECOND)));
        }
    }

    private void draw(long second, Tick tick) {
        while (second > legs[leg].endSecond()) {
            long end = legs[leg].endSecond();
            if (end > drawn && !burnAlike(leg, leg + 1)) {
                tick.add(drawAt(end));
            }
            leg++;
        }
        tick.add(drawAt(second));
        drawn = second;
    }

    private Draw drawAt(long second) {
        Leg burning = legs[leg];
        return new Draw(
                callId,
                second,
                burning.pocket(),
                chargedBefore[leg] + burning.chargedAt(second),
                earnedBefore[leg] + burning.earnedAt(second));
    }

    /** Whether two legs take the same units from the same pocket, so that their charges add up. */
    private boolean burnAlike(int one, int other) {
        return legs[one].pocket() == legs[other].pocket()
                && legs[one].tariff().unit() == legs[other].tariff().unit();
    }
}
