package dev.earshot.app.generate.town;

import dev.earshot.api.call.CallCommand.AcceptCall;
import dev.earshot.api.call.CallCommand.AttendCall;
import dev.earshot.api.call.CallCommand.DeclineCall;
import dev.earshot.api.call.CallCommand.EndCall;
import dev.earshot.api.call.CallCommand.HangUp;
import dev.earshot.api.call.CallCommand.RateCall;
import dev.earshot.api.call.CallEvent.CallAccepted;
import dev.earshot.api.call.CallEvent.CallAdmitted;
import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.Parties;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import java.time.Duration;
import java.time.Instant;

/** What the two of a call do: answer or not, join, talk, hang up or fall silent, and rate. */
final class Talks {
    private static final long USUAL_SECONDS = 420;
    /** However much the two have to say. */
    static final Duration LONGEST = Duration.ofHours(4);
    /** How long an ended call is kept: whoever had meant to talk on still tries to hang up. */
    private static final Duration KEPT = LONGEST.plusHours(1);
    /** How long after the last beat of a side the watchdog ends the call. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final Town town;
    private final Dice dice;

    Talks(Town town) {
        this.town = town;
        dice = town.dice();
    }

    void hear(Object fact) {
        if (fact instanceof CallAdmitted admitted) {
            ring(admitted);
        } else if (fact instanceof CallAccepted accepted) {
            join(accepted);
        } else if (fact instanceof CallConnected connected) {
            talk(connected);
        } else if (fact instanceof CallEnded ended) {
            rate(ended);
        }
    }

    private void ring(CallAdmitted call) {
        CallId id = call.callId();
        AccountId member = call.parties().memberId();
        AccountId listener = call.parties().listenerId().accountId();
        long outcome = dice.below(1_000);
        if (outcome < 860) {
            at(seconds(2, 12), () -> town.ask(new AcceptCall(id, listener, town.now())));
        } else if (outcome < 910) {
            at(seconds(3, 20), () -> town.ask(new DeclineCall(id, listener, town.now())));
        } else if (outcome < 950) {
            at(seconds(5, 30), () -> town.ask(new HangUp(id, member, town.now())));
        } // Otherwise nobody does anything.
    }

    private void join(CallAccepted call) {
        AccountId first = call.parties().listenerId().accountId();
        AccountId second = call.parties().memberId();
        at(millis(200, 2_500), () -> attend(call.callId(), first));
        if (!dice.perMille(12)) { // Else only one of them ever gets into the room.
            at(millis(200, 4_000), () -> attend(call.callId(), second));
        }
    }

    private void attend(CallId id, AccountId who) {
        town.ask(new AttendCall(id, who, true, town.now()));
    }

    private void talk(CallConnected call) {
        CallId id = call.callId();
        Parties parties = call.parties();
        Duration talk = length(dice);
        if (dice.perMille(20)) {
            Instant lastBeat = call.at().plus(talk);
            at(talk.plus(SILENCE), () -> town.ask(new EndCall(id, EndReason.CONNECTION_LOST, lastBeat)));
        } else {
            AccountId who = dice.perMille(750)
                    ? parties.memberId()
                    : parties.listenerId().accountId();
            at(talk, () -> town.ask(new HangUp(id, who, town.now())));
        }
    }

    static Duration length(Dice dice) {
        Duration wanted = Duration.ofMillis(dice.around(USUAL_SECONDS) * 1_000 + dice.below(1_000));
        return wanted.compareTo(LONGEST) < 0 ? wanted : LONGEST;
    }

    private void rate(CallEnded call) {
        if (call.billableSeconds() > 0 && dice.perMille(350)) {
            int stars = dice.perMille(600) ? 5 : (int) dice.between(1, 5);
            AccountId member = call.parties().memberId();
            at(seconds(5, 600), () -> town.ask(new RateCall(call.callId(), member, stars, town.now())));
        }
        town.later(KEPT, () -> town.forget(call.callId()));
    }

    /** People act on their own: what they do is a story of its own. */
    private void at(Duration delay, Runnable work) {
        town.plan(town.now().plus(delay), work);
    }

    private Duration seconds(long least, long most) {
        return millis(least * 1_000, most * 1_000);
    }

    private Duration millis(long least, long most) {
        return Duration.ofMillis(dice.between(least, most));
    }
}
