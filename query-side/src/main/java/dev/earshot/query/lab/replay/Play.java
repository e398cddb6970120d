package dev.earshot.query.lab.replay;

import dev.earshot.api.simulation.Candidate;
import dev.earshot.query.lab.result.CutOff;
import dev.earshot.query.lab.result.Fidelity.Difference;
import dev.earshot.query.lab.tally.Tallies;
import dev.earshot.query.lab.tally.Tally;
import dev.earshot.query.lab.tally.Tally.Bill;
import dev.earshot.query.lab.tally.Tally.Fate;
import dev.earshot.query.lab.tape.Placing;
import dev.earshot.query.lab.tape.Strip;
import dev.earshot.query.lab.tape.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Plays wallets: first to the letter of the tape, which must come to what was really charged, then under each candidate. What
 * happened before the window is the same for all of them, and played once. May be asked by several threads.
 *
 * @param facts reads what came to a wallet from outside
 */
public record Play(
        List<Candidate> candidates,
        Scope scope,
        TalkRules rules,
        Vocabulary words,
        Function<Strip, List<Strip.Came>> facts) {
    /** Plays one wallet and adds what it comes to. */
    public void of(Strip strip, Tallies tallies, BooleanSupplier cancelled) {
        if (strip.hasCallIn(scope.window()) && scope.draws(strip.member())) {
            Script.of(strip, facts.apply(strip), words, scope).ifPresent(script -> play(script, tallies, cancelled));
        }
    }

    private void play(Script script, Tallies tallies, BooleanSupplier cancelled) {
        Rehearsal history = Rehearsal.of(script, Conditions.AS_RECORDED, rules).playHistory(cancelled);
        Rehearsal real = history.under(Conditions.AS_RECORDED).play(cancelled);
        script.calls().stream()
                .filter(call -> call.wasCaptured() && script.reaches(call))
                .forEach(call -> check(call, real.part(call), tallies));
        for (int i = 0; i < candidates.size(); i++) {
            Conditions conditions =
                    new UnderCandidate(candidates.get(i), scope.window().from(), rules.leftovers());
            Rehearsal other = history.under(conditions).play(cancelled);
            count(script, real, other, tallies.of(i));
        }
    }

    private static void check(ScriptCall call, Part part, Tallies tallies) {
        if (call.charged().equals(part.charges())) {
            tallies.reproduced();
        } else {
            tallies.differs(
                    new Difference(call.id(), call.taped().requested().position(), call.charged(), part.charges()));
        }
    }

    private static void count(Script script, Rehearsal real, Rehearsal other, Tally tally) {
        script.calls().stream()
                .filter(ScriptCall::inScope)
                .forEach(call -> tally.fate(
                        script.currency(), fate(call, other.part(call)), ending(script, call, other.part(call))));
        script.currency().ifPresent(currency -> {
            Tally.Member member = tally.member(script.member(), currency);
            script.calls().stream()
                    .filter(ScriptCall::inScope)
                    .forEach(call -> bill(call, real.part(call), other.part(call), member));
            member.done();
        });
    }

    private static void bill(ScriptCall call, Part real, Part other, Tally.Member member) {
        member.call(
                LocalDate.ofInstant(call.taped().requested().at(), ZoneOffset.UTC),
                call.terms().plan(),
                call.listener(),
                new Bill(call.charged(), real.prepaid()),
                new Bill(other.charges(), other.prepaid()));
    }

    private static CutOff ending(Script script, ScriptCall call, Part other) {
        long position = call.taped().requested().position();
        Instant at = other.wasCut()
                ? other.cutAt()
                : call.taped()
                        .placing()
                        .map(Placing::moment)
                        .orElse(call.taped().requested())
                        .at();
        long second = other.wasCut() ? other.granted() : 0;
        return new CutOff(
                call.id(), script.member(), position, second, at, call.taped().talked());
    }

    private static Fate fate(ScriptCall call, Part other) {
        if (call.lackedMeans()) {
            return other.wasPlaced() ? Fate.WOULD_BE_ADMITTED : Fate.SAME;
        } else if (call.wasPlaced() && !call.wasRefused() && !other.wasPlaced()) {
            return Fate.REFUSED;
        } else if (other.wasCut()) {
            return Fate.CUT_OFF;
        }
        boolean hadMore = call.ranOut() && other.granted() > call.taped().talked();
        return hadMore ? Fate.WOULD_TALK_ON : Fate.SAME;
    }
}
