package dev.earshot.query.lab.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.simulation.Candidate;
import dev.earshot.api.simulation.Cohort;
import dev.earshot.api.simulation.Window;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.query.QueryTest;
import dev.earshot.query.lab.SeededLog;
import dev.earshot.query.lab.tape.Strip;
import dev.earshot.query.lab.tape.Tape;
import dev.earshot.query.lab.tape.Vocabulary;
import dev.earshot.wallet.WalletBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What all candidates have in common is played once; nothing may come of that. */
class SharedHistoryTest extends QueryTest {
    private static final int MEMBERS = 60;
    private static final int DRAWS = 40;
    private static final long SPAN = 130_000;
    private static final Instant END = SeededLog.START.plus(Duration.ofDays(9));

    @Autowired
    private Tape tape;

    @Autowired
    private JsonMapper json;

    private final SplittableRandom random = new SplittableRandom(11);
    private List<Object> log;
    private long withHistory;
    private long changed;

    @BeforeEach
    void live() {
        jdbc.execute("TRUNCATE lab_tape, lab_open_call, lab_word");
        log = SeededLog.log(story.suffix.substring(0, 8), MEMBERS);
        given(log.toArray());
    }

    @Test
    void a_candidate_comes_to_the_same_from_the_shared_history_as_from_the_beginning() {
        List<Strip> strips = new ArrayList<>();
        tape.read(strips::add);
        Vocabulary words = tape.vocabulary();
        for (int draw = 0; draw < DRAWS; draw++) {
            Instant from = SeededLog.START.plusMillis(random.nextLong(SPAN * 1_000));
            Scope scope = new Scope(new Window(from, END), Cohort.everybody());
            List<Candidate> candidates = List.of(candidate(), candidate(), candidate());
            TalkRules rules = new TalkRules(
                    300, 75, Duration.ofHours(4), Leftovers.values()[random.nextInt(Leftovers.values().length)]);
            for (Strip strip : strips) {
                Script.of(strip, tape.facts(strip), words, scope)
                        .ifPresent(script -> agree(script, candidates, rules, from));
            }
        }
        assertThat(withHistory).as("wallets with a history").isGreaterThan(1_000);
        assertThat(changed).as("calls that a candidate changes").isGreaterThan(1_000);
    }

    @Test
    void a_copied_wallet_is_the_same_and_goes_its_own_way() {
        Map<String, WalletBook> books = new HashMap<>();
        for (Object fact : log) {
            if (fact instanceof WalletEvent event) {
                WalletBook book = books.computeIfAbsent(event.walletId().value(), absent -> new WalletBook());
                String before = json.writeValueAsString(book);
                WalletBook copy = book.copy();
                assertThat(json.writeValueAsString(copy)).isEqualTo(before);
                copy.on(event);
                assertThat(json.writeValueAsString(book))
                        .as("after its copy heard %s", event)
                        .isEqualTo(before);
                book.on(event);
                assertThat(json.writeValueAsString(book)).isEqualTo(json.writeValueAsString(copy));
            }
        }
        assertThat(books).hasSize(MEMBERS);
    }

    private void agree(Script script, List<Candidate> candidates, TalkRules rules, Instant from) {
        Rehearsal history = Rehearsal.of(script, Conditions.AS_RECORDED, rules).playHistory(() -> false);
        withHistory += script.history() > 0 ? 1 : 0;
        Rehearsal real = history.under(Conditions.AS_RECORDED).play(() -> false);
        agree(script, real, Rehearsal.of(script, Conditions.AS_RECORDED, rules));
        for (Candidate candidate : candidates) {
            Conditions conditions = new UnderCandidate(candidate, from, rules.leftovers());
            Rehearsal shared = history.under(conditions).play(() -> false);
            agree(script, shared, Rehearsal.of(script, conditions, rules));
            changed += script.calls().stream()
                    .filter(call ->
                            !shared.part(call).charges().equals(real.part(call).charges()))
                    .count();
        }
    }

    private static void agree(Script script, Rehearsal shared, Rehearsal alone) {
        alone.play(() -> false);
        for (ScriptCall call : script.calls()) {
            assertThat(shared.part(call)).usingRecursiveComparison().isEqualTo(alone.part(call));
        }
    }

    private Candidate candidate() {
        PriceList prices = new PriceList(
                random.nextInt(3_001), new Grace(random.nextInt(121), random.nextInt(3)), 1 + random.nextInt(30));
        Set<PlanVersion> plan = random.nextInt(3) == 0 ? Set.of(PlanVersion.values()[random.nextInt(4)]) : Set.of();
        List<Pocket> order = random.nextInt(3) == 0 ? List.of(Pocket.CASH, Pocket.ALLOWANCE) : List.of();
        return new Candidate(
                "any", prices, plan, 2_000 + random.nextInt(30_000), 1 + random.nextInt(200), order, Map.of());
    }
}
