package dev.earshot.query.lab.replay;

import dev.earshot.api.id.CallId;
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
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One wallet played from its beginning, by the very code that decides live wallets. What came from outside comes again. Under
 * a candidate, a call that has been granted as much as it really had asks for more when it really did; any other asks when
 * the meter would have told it to, and is cut off when its means are used up. Nobody talks longer than they really did.
 */
final class Rehearsal {
    private static final int ACTIONS_BETWEEN_LOOKS = 256;

    private final Script script;
    private final Conditions conditions;
    private final Asking asking;
    private final Map<CallId, ScriptCall> calls;
    private final Stage stage;
    private int played;

    private Rehearsal(Script script, Asking asking, Map<CallId, ScriptCall> calls, Stage stage, int played) {
        this.script = script;
        this.conditions = asking.conditions();
        this.asking = asking;
        this.calls = calls;
        this.stage = stage;
        this.played = played;
    }

    /** One that has not begun. */
    static Rehearsal of(Script script, Conditions conditions, TalkRules rules) {
        Map<CallId, ScriptCall> calls =
                script.calls().stream().collect(Collectors.toMap(ScriptCall::id, Function.identity()));
        return new Rehearsal(script, new Asking(conditions, rules), calls, Stage.empty(), 0);
    }

    /** The same under other conditions from here on, played apart from this one. */
    Rehearsal under(Conditions others) {
        return new Rehearsal(script, new Asking(others, asking.rules()), calls, stage.copy(), played);
    }

    /** Plays what is the same under all conditions. */
    Rehearsal playHistory(BooleanSupplier cancelled) {
        return play(script.history(), cancelled);
    }

    /** Plays everything. */
    Rehearsal play(BooleanSupplier cancelled) {
        return play(script.actions().size(), cancelled);
    }

    Part part(ScriptCall call) {
        return stage.part(call.id());
    }

    /** Throws {@link java.util.concurrent.CancellationException} when it is wanted no more. */
    private Rehearsal play(int until, BooleanSupplier cancelled) {
        while (played < until) {
            Action action = script.actions().get(played++);
            if (played % ACTIONS_BETWEEN_LOOKS == 0) {
                Cancelled.check(cancelled);
            }
            modelUntil(action.at());
            stage.reach(action.at());
            play(action);
        }
        return this;
    }

    private void play(Action action) {
        if (action instanceof Action.Came came) {
            stage.inputs.of(conditions.instead(came.fact(), calls)).ifPresent(this::decide);
        } else if (action instanceof Action.Wanted wanted) {
            place(wanted.call(), wanted.call().taped().placing().orElseThrow());
        } else if (action instanceof Action.Asked asked) {
            ask(asked.call(), asked.ask());
        } else if (action instanceof Action.Resolved resolved) {
            resolve(resolved.call(), resolved.at());
        }
    }

    private void place(ScriptCall call, Placing placing) {
        Instant at = placing.moment().at();
        decide(new PlaceHold(
                script.wallet(),
                call.id(),
                conditions.terms(call),
                asking.wanted(call, placing),
                asking.least(call),
                at));
        if (!call.wasPlaced() && part(call).isOpen()) {
            decide(new ReleaseHold(script.wallet(), call.id(), at));
        }
    }

    private void ask(ScriptCall call, Ask ask) {
        if (part(call).isOpen() && part(call).granted() == ask.before()) {
            long wanted = asking.wanted(call, ask);
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
        while (!stage.due.isEmpty() && !stage.due.peek().at().isAfter(moment)) {
            Due next = stage.due.poll();
            Part part = part(next.call());
            if (part.isOpen() && part.granted() == next.granted()) {
                stage.reach(next.at());
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
            decide(new ExtendHold(
                    script.wallet(), id, next.granted(), asking.rules().wantedSeconds(), next.at()));
        }
    }

    private void decide(WalletCommand command) {
        try {
            stage.book.handle(command, this::hear);
        } catch (Refused nothingToDo) {
            return; // What was refused has told no fact; a call that misses it shows that in its charges.
        }
    }

    private void hear(WalletEvent event) {
        stage.book.on(event);
        stage.prepaid.on(event);
        if (event instanceof HoldPlaced placed) {
            grants(placed.callId(), placed.grant().seconds());
        } else if (event instanceof HoldExtended extended) {
            grants(extended.callId(), extended.grant().seconds());
        } else if (event instanceof HoldReleased released) {
            stage.part(released.callId()).isOver();
        } else if (event instanceof HoldCaptured captured) {
            long prepaid = stage.prepaid.use(captured.charges());
            stage.part(captured.callId()).costs(captured.charges(), prepaid);
        }
    }

    private void grants(CallId callId, long seconds) {
        stage.part(callId).grants(seconds);
        stage.due.addAll(asking.expected(calls.get(callId), seconds, stage.now));
    }
}
