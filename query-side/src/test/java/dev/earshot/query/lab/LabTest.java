package dev.earshot.query.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.call.RefuseReason;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.simulation.Candidate;
import dev.earshot.api.simulation.Cohort;
import dev.earshot.api.simulation.Window;
import dev.earshot.api.wallet.WalletCommand.CreditPack;
import dev.earshot.api.wallet.WalletCommand.CreditTopUp;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import dev.earshot.query.QueryTest;
import dev.earshot.query.lab.replay.Leftovers;
import dev.earshot.query.lab.result.CutOff;
import dev.earshot.query.lab.result.Figures;
import dev.earshot.query.lab.result.Outcome;
import dev.earshot.query.lab.result.Result;
import dev.earshot.query.lab.tape.Tape;
import dev.earshot.query.lab.tape.TapeForgery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Real calls under other terms, against lives lived again second by second. */
@TestPropertySource(properties = "lab.listed=1000")
class LabTest extends QueryTest {
    private static final PriceList IN_FORCE = Worlds.IN_FORCE;
    private static final long LEAST = Worlds.LEAST;
    private static final int MEMBERS = 60;
    private static final Window ALWAYS = new Window(SeededLife.START, SeededLife.START.plus(Duration.ofDays(9)));

    @Autowired
    private Lab lab;

    @Autowired
    private Tape tape;

    @Autowired
    private JsonMapper json;

    private List<SeededLife> lives;
    private Map<SeededLife, NaiveLife> real;

    @BeforeEach
    void live() {
        jdbc.execute("TRUNCATE lab_tape, lab_open_call, lab_word");
        real = new HashMap<>();
        lives = LongStream.range(0, MEMBERS)
                .mapToObj(seed -> new SeededLife(story.suffix.substring(0, 8), seed))
                .toList();
        List<Object> log = new ArrayList<>();
        for (SeededLife life : lives) {
            NaiveLife lived = new NaiveLife(life.member, new Worlds.Real(life)).live(life.wishes);
            real.put(life, lived);
            log.addAll(lived.log());
        }
        given(log.toArray());
    }

    @Test
    void the_terms_in_force_reproduce_every_charge_and_change_nothing() {
        Result result = run(inForce());

        assertThat(result.fidelity().first()).isEmpty();
        assertThat(result.isValid()).isTrue();
        assertThat(result.fidelity().checked()).isEqualTo(captured()).isGreaterThan(150);
        Outcome same = result.outcomes().get(0);
        assertThat(same.calls().same()).isEqualTo(same.calls().all()).isEqualTo(8 * MEMBERS);
        var usd = same.currencies().get(0);
        assertThat(usd.total().candidate()).isEqualTo(usd.total().baseline());
        assertThat(usd.members().losers()).isEmpty();
        assertThat(usd.listeners().losers()).isEmpty();
        assertThat(usd.days())
                .allSatisfy(day -> assertThat(day.change().candidate())
                        .isEqualTo(day.change().baseline()));
        assertThat(usd.total().baseline().seconds())
                .isEqualTo(all().mapToLong(call -> call.talked).sum());
    }

    @Test
    void every_candidate_comes_to_what_the_same_lives_come_to_second_by_second() {
        List<Candidate> candidates = List.of(
                inForce(),
                with(new PriceList(3000, new Grace(0, 0), 10), 10_000, LEAST),
                with(IN_FORCE, 20_000, LEAST),
                with(IN_FORCE, 4_000, LEAST),
                with(IN_FORCE, 13_777, 200),
                with(new PriceList(0, new Grace(120, 3), 25), 15_000, 1),
                new Candidate("cash", IN_FORCE, Set.of(PlanVersion.PAY_PER_MINUTE), 10_000, LEAST, List.of(), Map.of()),
                new Candidate(
                        "cash first",
                        IN_FORCE,
                        Set.of(),
                        10_000,
                        LEAST,
                        List.of(Pocket.CASH, Pocket.TOKENS, Pocket.MOMENTS, Pocket.ALLOWANCE),
                        Map.of(new ListenerId("lis_ear1"), 30_000)));

        Result result = run(candidates.toArray(Candidate[]::new));

        assertThat(result.isValid()).isTrue();
        for (int i = 0; i < candidates.size(); i++) {
            agree(candidates.get(i), result.outcomes().get(i));
        }
        assertThat(result.outcomes())
                .anySatisfy(outcome -> assertThat(outcome.calls().cutOff()).isGreaterThan(10));
        assertThat(result.outcomes())
                .anySatisfy(outcome -> assertThat(outcome.calls().wouldTalkOn()).isGreaterThan(5));
        assertThat(result.outcomes())
                .anySatisfy(outcome -> assertThat(outcome.calls().refused()).isGreaterThan(5));
        assertThat(result.outcomes())
                .anySatisfy(
                        outcome -> assertThat(outcome.calls().wouldBeAdmitted()).isGreaterThan(5));
    }

    @Test
    void the_same_run_is_the_same_to_the_byte_whatever_the_threads() {
        Candidate dearer = with(IN_FORCE, 13_777, 90);
        String first = json.writeValueAsString(run(dearer));

        for (int threads : new int[] {1, 2, 7}) {
            Workers workers = new Workers(
                    new LabSettings(threads, 100 / threads, 1000, settings().leftovers()));
            Lab other = new Lab(
                    tape, workers, settings(), new BillingRules(300, 75), new LengthRules(Duration.ofHours(4)), json);
            Result again = other.run(asked(ALWAYS, Cohort.everybody(), dearer), (done, all) -> {}, () -> false);
            workers.stop();
            assertThat(json.writeValueAsString(again)).isEqualTo(first);
        }
    }

    @Test
    void one_unit_of_difference_makes_the_run_invalid_and_names_the_call() {
        var victim = all().filter(call -> !call.charges.isEmpty()).findFirst().orElseThrow();
        corrupt(victim);

        Result result = run(inForce());

        assertThat(result.isValid()).isFalse();
        assertThat(result.fidelity().differing()).isEqualTo(1);
        var difference = result.fidelity().first().get(0);
        assertThat(difference.callId()).isEqualTo(victim.wish.callId());
        assertThat(difference.replayed()).isEqualTo(victim.charges);
        assertThat(difference.recorded().get(0).charged())
                .isEqualTo(victim.charges.get(0).charged() + 1);
    }

    @Test
    void a_run_writes_nothing_and_can_be_called_off() {
        long head = head();
        AtomicLong heard = new AtomicLong();
        Result result =
                lab.run(asked(ALWAYS, Cohort.everybody(), inForce()), (done, all) -> heard.set(done), () -> false);

        assertThat(head()).isEqualTo(head);
        assertThat(result.tapePosition()).isLessThanOrEqualTo(head);
        assertThat(heard).hasValue(8L * MEMBERS);
        assertThatThrownBy(() -> lab.run(asked(ALWAYS, Cohort.everybody(), inForce()), (done, all) -> {}, () -> true))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void a_call_given_up_before_it_had_a_hold_stays_as_it_was() {
        given(
                story.walletOpened(),
                story.requested(),
                new HoldReleased(story.wallet, story.call, Grant.NONE, story.at(3)),
                new CallRefused(story.call, story.parties, RefuseReason.LISTENER_BUSY, story.at(3)));
        Window now = new Window(story.start, story.at(60));

        Outcome outcome = run(now, Cohort.everybody(), inForce()).outcomes().get(0);

        assertThat(outcome.calls().all()).isEqualTo(1);
        assertThat(outcome.calls().same()).isEqualTo(1);
    }

    @Test
    void a_window_begins_with_the_balances_of_its_moment_and_a_cohort_leaves_out_the_others() {
        Window later = new Window(SeededLife.START.plusSeconds(60_000), ALWAYS.until());
        Cohort tokens = new Cohort(Set.of(PlanVersion.TOKENS), Set.of(), Set.of("DE"), 10_000, 0);
        Cohort nobody = new Cohort(Set.of(), Set.of(), Set.of("FR"), 10_000, 0);
        Cohort some = new Cohort(Set.of(), Set.of(), Set.of(), 5_000, 7);

        Result result = run(later, tokens, inForce());

        assertThat(result.isValid()).isTrue();
        long expected = matching(call -> call.terms.plan() == PlanVersion.TOKENS && later.contains(call.wish.at()));
        assertThat(result.outcomes().get(0).calls().all()).isEqualTo(expected).isPositive();
        assertThat(result.outcomes().get(0).calls().same()).isEqualTo(expected);
        assertThat(run(ALWAYS, nobody, inForce()).outcomes().get(0).calls().all())
                .isZero();
        long half = run(ALWAYS, some, inForce()).outcomes().get(0).calls().all();
        assertThat(half).isBetween(8L * MEMBERS / 4, 8L * MEMBERS * 3 / 4);
    }

    @Test
    void a_candidate_comes_into_force_with_the_window_on_what_real_life_has_left_until_then() {
        Candidate dearer = with(IN_FORCE, 20_000, LEAST);
        Candidate cheaper = with(new PriceList(500, new Grace(120, 3), 25), 4_000, 1);
        for (int hour = 1; hour < 28; hour += 4) {
            Instant from = SeededLife.START.plus(Duration.ofHours(hour)).plusSeconds(77);

            Result result = run(new Window(from, ALWAYS.until()), Cohort.everybody(), dearer, cheaper);

            assertThat(result.isValid()).isTrue();
            agree(dearer, from, result.outcomes().get(0));
            agree(cheaper, from, result.outcomes().get(1));
        }
    }

    @Test
    void a_currency_of_too_few_members_is_left_out_of_everything_and_said_to_be() {
        Candidate dearer = with(IN_FORCE, 20_000, LEAST);
        Result all = run(dearer);
        SeededLife lone = new SeededLife(story.suffix.substring(0, 8), 5_000, "EUR");
        NaiveLife lived = new NaiveLife(lone.member, new Worlds.Real(lone)).live(lone.wishes);
        given(lived.log().toArray());
        assertThat(json.writeValueAsString(run(dearer).outcomes()))
                .as("nobody is left out where one is enough")
                .contains("EUR", lone.member.value());

        Result told =
                lab.run(new Question(List.of(dearer), ALWAYS, Cohort.everybody(), 5), (done, calls) -> {}, () -> false);

        assertThat(told.leftOut()).hasSize(1);
        assertThat(told.leftOut().get(0).currency()).isEqualTo("EUR");
        assertThat(told.leftOut().get(0).members()).isEqualTo(1);
        assertThat(told.leftOut().get(0).why()).contains("EUR", "1 member", "fewer than 5");
        assertThat(told.outcomes()).isEqualTo(all.outcomes());
        assertThat(json.writeValueAsString(told.outcomes())).doesNotContain(lone.member.value());
        assertThat(told.fidelity().checked()).isGreaterThan(all.fidelity().checked());
    }

    @Test
    void packs_that_a_burn_order_leaves_out_are_worth_their_price_in_cash_or_lie_idle() {
        Candidate cash = new Candidate("only cash", IN_FORCE, Set.of(), 10_000, LEAST, List.of(Pocket.CASH), Map.of());

        Outcome worth = run(cash).outcomes().get(0);
        Outcome idle = idle(cash);

        agree(cash, worth, life -> new Worlds.Other(life, cash, real.get(life)), LabTest::packsAsCash);
        agree(cash, idle);
        assertThat(idle.calls().refused()).isGreaterThan(worth.calls().refused());
    }

    @Test
    void cash_burns_behind_another_plan_or_lies_idle() {
        Candidate tokens = new Candidate(
                "everybody on tokens", IN_FORCE, Set.of(PlanVersion.TOKENS), 10_000, LEAST, List.of(), Map.of());

        Outcome worth = run(tokens).outcomes().get(0);
        Outcome idle = idle(tokens);

        agree(
                tokens,
                worth,
                life -> new Worlds.CashBehind(new Worlds.Other(life, tokens, real.get(life))),
                wish -> wish);
        agree(tokens, idle);
        assertThat(idle.calls().refused()).isGreaterThan(worth.calls().refused());
    }

    /** What comes of it where means that a candidate leaves out lie idle. */
    private Outcome idle(Candidate candidate) {
        LabSettings settings = new LabSettings(2, 100, 1000, Leftovers.LIE_IDLE);
        Workers workers = new Workers(settings);
        Lab other =
                new Lab(tape, workers, settings, new BillingRules(300, 75), new LengthRules(Duration.ofHours(4)), json);
        Result result = other.run(asked(ALWAYS, Cohort.everybody(), candidate), (done, all) -> {}, () -> false);
        workers.stop();
        assertThat(result.isValid()).isTrue();
        return result.outcomes().get(0);
    }

    private static Wish packsAsCash(Wish wish) {
        return wish instanceof Wish.Told told && told.command() instanceof CreditPack credit
                ? new Wish.Told(
                        wish.at(),
                        new CreditTopUp(
                                credit.walletId(),
                                credit.topUpId(),
                                credit.pack().price(),
                                credit.at()))
                : wish;
    }

    private void agree(Candidate candidate, Outcome outcome) {
        agree(candidate, outcome, life -> new Worlds.Other(life, candidate, real.get(life)), wish -> wish);
    }

    private void agree(Candidate candidate, Instant from, Outcome outcome) {
        Function<SeededLife, NaiveLife.World> worlds = life ->
                new Worlds.Since(from, new Worlds.Real(life), new Worlds.Other(life, candidate, real.get(life)));
        agree(candidate, from, outcome, worlds, wish -> wish);
    }

    private void agree(
            Candidate candidate,
            Outcome outcome,
            Function<SeededLife, NaiveLife.World> worlds,
            UnaryOperator<Wish> instead) {
        agree(candidate, ALWAYS.from(), outcome, worlds, instead);
    }

    /** Both tell the same of the calls that were asked for from then on. */
    private void agree(
            Candidate candidate,
            Instant from,
            Outcome outcome,
            Function<SeededLife, NaiveLife.World> worlds,
            UnaryOperator<Wish> instead) {
        Map<String, String> expectedCuts = new HashMap<>();
        long[] money = new long[3];
        long refused = 0;
        long talkOn = 0;
        long admitted = 0;
        for (SeededLife life : lives) {
            NaiveLife was = real.get(life);
            NaiveLife would = new NaiveLife(life.member, worlds.apply(life))
                    .live(life.wishes.stream().map(instead).toList());
            for (var call : would.calls().values()) {
                if (call.wish.at().isBefore(from)) {
                    continue;
                }
                var lived = was.calls().get(call.wish.callId());
                admitted += !lived.placed && call.placed ? 1 : 0;
                refused += lived.placed && !call.placed ? 1 : 0;
                talkOn += lived.ranOut && call.placed && call.granted > lived.talked ? 1 : 0;
                if (call.placed && lived.placed && call.talked < lived.talked) {
                    expectedCuts.put(call.wish.callId().value(), call.talked + " " + call.endedAt);
                }
                for (Charge charge : call.charges) {
                    money[0] += charge.seconds();
                    money[1] += charge.earned();
                    money[2] += charge.fee();
                }
            }
        }
        Map<String, String> cuts = new HashMap<>();
        for (CutOff cut : outcome.cutOff()) {
            cuts.put(cut.callId().value(), cut.second() + " " + cut.at());
        }
        assertThat(cuts).as(candidate.name()).isEqualTo(expectedCuts);
        assertThat(outcome.calls().refused()).as(candidate.name()).isEqualTo(refused);
        assertThat(outcome.calls().wouldTalkOn()).as(candidate.name()).isEqualTo(talkOn);
        assertThat(outcome.calls().wouldBeAdmitted()).as(candidate.name()).isEqualTo(admitted);
        Figures figures = outcome.currencies().get(0).total().candidate();
        assertThat(new long[] {figures.seconds(), figures.listenerIncome(), figures.fees()})
                .as(candidate.name())
                .isEqualTo(money);
    }

    /** Changes one recorded charge on the tape by one unit. */
    private void corrupt(NaiveLife.Lived victim) {
        TapeForgery.addOneTo(jdbc, victim.wish.callId());
    }

    private Result run(Candidate... candidates) {
        return run(ALWAYS, Cohort.everybody(), candidates);
    }

    private Result run(Window window, Cohort cohort, Candidate... candidates) {
        return lab.run(asked(window, cohort, candidates), (done, all) -> {}, () -> false);
    }

    /** However few members there are: what so few come to is what these tests look at. */
    private static Question asked(Window window, Cohort cohort, Candidate... candidates) {
        return new Question(List.of(candidates), window, cohort, 1);
    }

    private java.util.stream.Stream<NaiveLife.Lived> all() {
        return real.values().stream().flatMap(life -> life.calls().values().stream());
    }

    private long captured() {
        return matching(call -> call.talked > 0);
    }

    private long matching(Predicate<NaiveLife.Lived> calls) {
        return all().filter(calls).count();
    }

    private static Candidate inForce() {
        return Candidate.of("in force", IN_FORCE, LEAST);
    }

    private static Candidate with(PriceList prices, int rate, long least) {
        return new Candidate("rate " + rate + " least " + least, prices, Set.of(), rate, least, List.of(), Map.of());
    }

    private static LabSettings settings() {
        return new LabSettings(2, 100, 1000, Leftovers.STAY_WORTH_THEIR_PRICE);
    }
}
