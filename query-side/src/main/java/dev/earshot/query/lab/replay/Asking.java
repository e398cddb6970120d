package dev.earshot.query.lab.replay;

import dev.earshot.api.pricing.Renewal;
import dev.earshot.query.lab.tape.Ask;
import dev.earshot.query.lab.tape.Placing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What calls ask of the wallet, and when. Where the tape does not tell, they ask by the rules. */
record Asking(Conditions conditions, TalkRules rules) {
    /**
     * The seconds without which a call is not admitted. What was really declined and is not looked at is declined again, yet
     * the wallet is looked at.
     */
    long least(ScriptCall call) {
        boolean mayBePlaced = call.wasPlaced() || call.inScope() && call.lackedMeans() && !conditions.follow(call);
        return mayBePlaced ? conditions.leastSeconds(call) : Long.MAX_VALUE;
    }

    /** What is really asked for is not told: at least what was given, and more where a grace proves it. */
    long wanted(ScriptCall call, Placing placing) {
        boolean justWhatWasGiven = conditions.follow(call) && !placing.hasGrace() && call.wasPlaced();
        return justWhatWasGiven
                ? placing.granted()
                : Math.max(rules.wantedSeconds(), placing.funded() + grace(placing));
    }

    long wanted(ScriptCall call, Ask ask) {
        return conditions.follow(call) ? ask.wanted() : Math.max(ask.wanted(), rules.wantedSeconds());
    }

    /** What is to happen next to a call on a grant, while it still talks; nothing where the tape tells all of it. */
    List<Due> expected(ScriptCall call, long granted, Instant now) {
        List<Due> expected = new ArrayList<>();
        if (!call.wasCaptured() || call.taped().connectedAt().isEmpty() || conditions.follow(call)) {
            return expected;
        }
        long talked = call.taped().talked();
        if (granted < talked) {
            expected.add(new Due(call, call.after(granted), granted, true));
        }
        long low = Renewal.dueAt(granted, rules.lowAtSeconds());
        boolean asks = low < talked && Renewal.isUseful(granted, rules.maximumLength());
        if (asks && !call.tellsOf(granted, now)) {
            expected.add(new Due(call, call.after(Math.max(low, call.secondAfter(now))), granted, false));
        }
        return expected;
    }

    private static long grace(Placing placing) {
        return placing.hasGrace() ? 1 : 0;
    }
}
