package dev.earshot.query.lab.replay;

import dev.earshot.api.id.CallId;
import dev.earshot.api.pricing.Renewal;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.wallet.WalletCommand;
import dev.earshot.api.wallet.WalletCommand.CaptureHold;
import dev.earshot.api.wallet.WalletCommand.ExtendHold;
import dev.earshot.api.wallet.WalletCommand.PlaceHold;
import dev.earshot.api.wallet.WalletCommand.ReleaseHold;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import dev.earshot.query.lab.tape.Ask;
import dev.earshot.query.lab.tape.Placing;
import dev.earshot.wallet.WalletBook;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * One wallet played from its beginning, by the very code that decides live wallets. What came from outside comes again. Under
 * a candidate, a call that has been granted as much as it really had asks for more when it really did; any other asks when
 * the meter would have told it to, and is cut off when its means are used up. Nobody talks longer than they really did.
 */
final class Rehearsal {
    private static final int ACTIONS_BETWEEN_LOOKS = 256;

    private final Script script;
    private final Conditions conditions;
    private final TalkRules rules;
    private final WalletBook book = new WalletBook();
    private final Inputs inputs = new Inputs();
    private final Prepaid prepaid = new Prepaid();
    private final Map<CallId, ScriptCall> calls = new HashMap<>();
    private final Map<CallId, Part> parts = new HashMap<>();
    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private Instant now = Instant.MIN;

    Rehearsal(Script script, Conditions conditions, TalkRules rules) {
        this.script = script;
        this.conditions = conditions;
        this.rules = rules;
        for (ScriptCall call : script.calls()) {
            calls.put(call.id(), call);
            parts.put(call.id(), new Part());
        }
    }

    /** Plays everything. Throws {@link java.util.concurrent.CancellationException} when it is wanted no more. */
    Rehearsal play(BooleanSupplier cancelled) {
        int played = 0;
        for (Action action : script.actions()) {
            if (++played % ACTIONS_BETWEEN_LOOKS == 0) {
                Cancelled.check(cancelled);
            }
            modelUntil(action.at());
            now = later(now, action.at());
            play(action);
        }
        return this;
    }

    Part part(ScriptCall call) {
        return parts.get(call.id());
    }

    private void play(Action action) {
        if (action instanceof Action.Came came) {
            inputs.of(conditions.instead(came.fact(), calls)).ifPresent(this::decide);
        } else if (action instanceof Action.Wanted wanted) {
            place(wanted.call(), wanted.call().taped().placing().orElseThrow());
        } else if (action instanceof Action.Asked asked) {
            ask(asked.call(), asked.ask());
        } else if (action instanceof Action.Resolved resolved) {
            resolve(resolved.call(), resolved.at());
        }
    }

    private void place(ScriptCall call, Placing placing) {
        boolean mayBePlaced = call.wasPlaced() || call.inScope() && call.lackedMeans() && !conditions.follow(call);
        // What was really declined and is not looked at is declined again, yet the wallet is looked at.
        long least = mayBePlaced ? conditions.leastSeconds(call) : Long.MAX_VALUE;
        decide(new PlaceHold(
                script.wallet(),
                call.id(),
                conditions.terms(call),
                wanted(call, placing),
                least,
                placing.moment().at()));
        if (!call.wasPlaced() && part(call).isOpen()) {
            decide(new ReleaseHold(script.wallet(), call.id(), placing.moment().at()));
        }
    }

    /** What is really asked for is not told: at least what was given, and more where a grace proves it. */
    private long wanted(ScriptCall call, Placing placing) {
        boolean justWhatWasGiven = conditions.follow(call) && !placing.hasGrace() && call.wasPlaced();
        return justWhatWasGiven
                ? placing.granted()
                : Math.max(rules.wantedSeconds(), placing.funded() + grace(placing));
    }

    private static long grace(Placing placing) {
        return placing.hasGrace() ? 1 : 0;
    }

    private void ask(ScriptCall call, Ask ask) {
        if (part(call).isOpen() && part(call).granted() == ask.before()) {
            long wanted = conditions.follow(call) ? ask.wanted() : Math.max(ask.wanted(), rules.wantedSeconds());
            decide(new ExtendHold(
                    script.wallet(),
                    call.id(),
                    ask.before(),
                    wanted,
                    ask.moment().at()));
        }
    }

    private void resolve(ScriptCall call, Instant at) {
        decide(
                call.wasCaptured()
                        ? new CaptureHold(
                                script.wallet(), call.id(), call.taped().talked(), at)
                        : new ReleaseHold(script.wallet(), call.id(), at));
    }

    /** What would have happened before this moment, and is not on the tape. */
    private void modelUntil(Instant moment) {
        while (!due.isEmpty() && !due.peek().at().isAfter(moment)) {
            Due next = due.poll();
            Part part = part(next.call());
            if (part.isOpen() && part.granted() == next.granted()) {
                now = later(now, next.at());
                model(next, part);
            }
        }
    }

    private void model(Due next, Part part) {
        CallId id = next.call().id();
        if (next.isUsedUp()) {
            part.cutOff(next.at());
            decide(new CaptureHold(script.wallet(), id, next.granted(), next.at()));
        } else {
            decide(new ExtendHold(script.wallet(), id, next.granted(), rules.wantedSeconds(), next.at()));
        }
    }

    private void decide(WalletCommand command) {
        try {
            book.handle(command, this::hear);
        } catch (Refused nothingToDo) {
            return; // What was refused has told no fact; a call that misses it shows that in its charges.
        }
    }

    private void hear(WalletEvent event) {
        book.on(event);
        prepaid.on(event);
        if (event instanceof HoldPlaced placed) {
            grants(placed.callId(), placed.grant().seconds());
        } else if (event instanceof HoldExtended extended) {
            grants(extended.callId(), extended.grant().seconds());
        } else if (event instanceof HoldReleased released) {
            parts.get(released.callId()).isOver();
        } else if (event instanceof HoldCaptured captured) {
            parts.get(captured.callId()).costs(captured.charges(), prepaid.use(captured.charges()));
        }
    }

    private void grants(CallId callId, long seconds) {
        parts.get(callId).grants(seconds);
        ScriptCall call = calls.get(callId);
        if (call.wasCaptured() && call.taped().connectedAt().isPresent() && !conditions.follow(call)) {
            expect(call, seconds);
        }
    }

    /** What is to happen next on a grant, while the call still talks. */
    private void expect(ScriptCall call, long granted) {
        long talked = call.taped().talked();
        if (granted < talked) {
            due.add(new Due(call, call.after(granted), granted, true));
        }
        long low = Renewal.dueAt(granted, rules.lowAtSeconds());
        boolean asks = low < talked && Renewal.isUseful(granted, rules.maximumLength());
        if (asks && !call.tellsOf(granted, now)) {
            due.add(new Due(call, call.after(Math.max(low, call.secondAfter(now))), granted, false));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
