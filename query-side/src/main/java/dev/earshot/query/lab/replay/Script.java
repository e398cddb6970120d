package dev.earshot.query.lab.replay;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.wallet.WalletEvent.DayZoneSet;
import dev.earshot.api.wallet.WalletEvent.WalletOpened;
import dev.earshot.query.lab.tape.Countries;
import dev.earshot.query.lab.tape.Moment;
import dev.earshot.query.lab.tape.Placing;
import dev.earshot.query.lab.tape.Settled;
import dev.earshot.query.lab.tape.Strip;
import dev.earshot.query.lab.tape.TapedCall;
import dev.earshot.query.lab.tape.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tape of one wallet, read: what turned to it, in the order of the log, up to the last call that is looked at.
 *
 * @param currency the wallet's own, once it is opened
 * @param calls all calls that it tells of
 * @param history how many of the actions come first and before the window: no candidate changes any of them
 * @param end the last place of the log that is played
 */
record Script(
        AccountId member,
        WalletId wallet,
        Optional<Currency> currency,
        List<ScriptCall> calls,
        List<Action> actions,
        int history,
        long end) {
    /** Empty where no call is looked at: then nothing needs to be played. */
    static Optional<Script> of(Strip strip, List<Strip.Came> facts, Vocabulary words, Scope scope) {
        if (!scope.includesCountry(country(facts))) {
            return Optional.empty();
        }
        List<ScriptCall> calls =
                strip.calls().stream().map(call -> read(call, words, scope)).toList();
        long end = calls.stream()
                .filter(ScriptCall::inScope)
                .mapToLong(call -> end(call.taped()))
                .max()
                .orElse(-1);
        if (end < 0) {
            return Optional.empty();
        }
        List<Action> actions = new ArrayList<>();
        facts.forEach(came -> actions.add(new Action.Came(came.position(), Inputs.at(came.fact()), came.fact())));
        calls.forEach(call -> add(call, actions));
        actions.removeIf(action -> action.position() > end);
        actions.sort(Comparator.comparingLong(Action::position));
        return Optional.of(new Script(
                strip.member(),
                WalletId.of(strip.member()),
                currency(facts),
                calls,
                actions,
                history(calls, actions, scope),
                end));
    }

    /** Whether this call is played to its end. */
    boolean reaches(ScriptCall call) {
        return end(call.taped()) <= end;
    }

    /** Whatever belongs to a call that began in the window stands behind its request. */
    private static int history(List<ScriptCall> calls, List<Action> actions, Scope scope) {
        long begin = calls.stream()
                .filter(ScriptCall::begun)
                .mapToLong(call -> call.taped().requested().position())
                .min()
                .orElse(Long.MAX_VALUE);
        int history = 0;
        for (Action action : actions) {
            if (action.position() >= begin || scope.hasBegunAt(action.at())) {
                break;
            }
            history++;
        }
        return history;
    }

    private static ScriptCall read(TapedCall call, Vocabulary words, Scope scope) {
        ScriptCall read = new ScriptCall(
                call,
                words.terms(call.terms()),
                words.listener(call.listener()),
                false,
                scope.hasBegunAt(call.requested().at()));
        return isOver(call) && scope.includes(read)
                ? new ScriptCall(call, read.terms(), read.listener(), true, read.begun())
                : read;
    }

    /** What is still going on is played, for it has means set aside, but counts for nothing yet. */
    private static boolean isOver(TapedCall call) {
        boolean isAnswered = call.settled().isPresent()
                || call.placing().flatMap(Placing::declined).isPresent();
        return call.ending().isPresent() && isAnswered;
    }

    private static long end(TapedCall call) {
        Moment answered = call.placing().map(Placing::moment).orElse(call.requested());
        return call.settled().map(Settled::moment).orElse(answered).position();
    }

    private static void add(ScriptCall call, List<Action> actions) {
        call.taped().placing().ifPresent(placing -> actions.add(new Action.Wanted(call, placing.moment())));
        call.taped().asks().forEach(ask -> actions.add(new Action.Asked(call, ask)));
        call.taped().settled().ifPresent(settled -> actions.add(new Action.Resolved(call, settled.moment())));
    }

    private static Optional<Currency> currency(List<Strip.Came> facts) {
        return facts.stream()
                .map(Strip.Came::fact)
                .flatMap(fact -> fact instanceof WalletOpened opened ? Stream.of(opened.currency()) : Stream.empty())
                .findFirst();
    }

    /** The one of the time zone that the member chose last. */
    private static Optional<String> country(List<Strip.Came> facts) {
        return facts.stream()
                .map(Strip.Came::fact)
                .flatMap(fact -> fact instanceof DayZoneSet set ? Stream.of(set.zone()) : Stream.empty())
                .reduce((earlier, later) -> later)
                .flatMap(Countries::of);
    }
}
