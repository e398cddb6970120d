package dev.earshot.query.lab;

import dev.earshot.platform.web.Digests;
import dev.earshot.query.lab.replay.Play;
import dev.earshot.query.lab.replay.Scope;
import dev.earshot.query.lab.replay.TalkRules;
import dev.earshot.query.lab.result.Result;
import dev.earshot.query.lab.tape.Tape;
import dev.earshot.query.lab.tape.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays real calls under other terms. It reads the tape and nothing else, writes nothing, asks no clock, and works on threads
 * of its own, few and of low priority.
 */
@Component
public class Lab {
    private final Tape tape;
    private final Workers workers;
    private final LabSettings settings;
    private final TalkRules rules;
    private final JsonMapper json;

    Lab(Tape tape, Workers workers, LabSettings settings, BillingRules billing, LengthRules length, JsonMapper json) {
        this.tape = tape;
        this.workers = workers;
        this.settings = settings;
        this.rules = new TalkRules(
                billing.wantedSeconds(), billing.lowAtSeconds(), length.maximumLength(), settings.leftovers());
        this.json = json;
    }

    /**
     * Plays all calls of a window and a cohort under the terms really in force, which must come to what was really charged,
     * and under each candidate. The caller's thread reads and waits.
     *
     * @param progress hears of it now and then
     * @param cancelled asked often; once it is true the run ends within a second
     * @throws java.util.concurrent.CancellationException when it was cancelled
     */
    public Result run(Question asked, Progress progress, BooleanSupplier cancelled) {
        Vocabulary words = tape.vocabulary();
        Scope scope = new Scope(asked.window(), asked.cohort());
        Play play = new Play(asked.candidates(), scope, rules, words, tape::facts);
        Run run = new Run(play, settings.listed(), workers, progress, cancelled, tape.calls());
        long end = run.of(tape);
        return new Result(
                hash(new Inputs(asked, rules, settings.listed(), end)),
                end,
                asked.window(),
                asked.cohort(),
                run.tallies().fidelity(),
                run.tallies().outcomes(asked.candidates(), asked.leastMembers()),
                run.tallies().leftOut(asked.leastMembers()),
                Assumptions.of(rules));
    }

    private String hash(Inputs inputs) {
        return Digests.hex(json.writeValueAsString(inputs).getBytes(StandardCharsets.UTF_8));
    }

    /** All that a result depends on. */
    private record Inputs(Question asked, TalkRules rules, int listed, long tapePosition) {}
}
