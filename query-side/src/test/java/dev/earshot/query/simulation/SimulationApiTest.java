package dev.earshot.query.simulation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.api.account.Role;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.SimulationId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.simulation.Candidate;
import dev.earshot.api.simulation.Cohort;
import dev.earshot.api.simulation.SimulationCommand.CompleteSimulation;
import dev.earshot.api.simulation.SimulationCommand.FailSimulation;
import dev.earshot.api.simulation.SimulationEvent.SimulationCompleted;
import dev.earshot.api.simulation.SimulationEvent.SimulationFailed;
import dev.earshot.api.simulation.SimulationEvent.SimulationRequested;
import dev.earshot.api.simulation.Window;
import dev.earshot.platform.web.Api;
import dev.earshot.query.CallStory;
import dev.earshot.query.QueryTest;
import dev.earshot.query.lab.result.Result;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The lab on real calls, with a command side that agrees to everything. */
class SimulationApiTest extends QueryTest {
    private static final AccountId FINN = new AccountId("acc_finn");
    private static final PriceList IN_FORCE = new PriceList(1_500, new Grace(60, 1), 10);

    @Autowired
    private CommandBus commands;

    @Autowired
    private JsonMapper json;

    private List<Registration> commandSide;
    private volatile CompleteSimulation told;
    private Instant begin;

    @BeforeEach
    void agree() {
        jdbc.execute("TRUNCATE lab_tape, lab_open_call, lab_word");
        commandSide = List.of(
                commands.subscribe(CompleteSimulation.class.getName(), message -> {
                    told = (CompleteSimulation) message.getPayload();
                    publish(new SimulationCompleted(
                            told.simulationId(),
                            told.valid(),
                            told.hash(),
                            told.logPosition(),
                            window(),
                            Cohort.everybody(),
                            told.outcomes(),
                            FINN,
                            told.at()));
                    return null;
                }),
                commands.subscribe(FailSimulation.class.getName(), message -> {
                    var failed = (FailSimulation) message.getPayload();
                    publish(new SimulationFailed(failed.simulationId(), failed.reason(), FINN, failed.at()));
                    return null;
                }));
        begin = Instant.now().minusSeconds(1);
    }

    @AfterEach
    void silence() {
        commandSide.forEach(Registration::cancel);
    }

    @Test
    void real_calls_are_played_under_other_terms_and_the_result_is_kept_as_it_was_produced() throws Exception {
        calls(6);
        var dearer = new Candidate("dearer", IN_FORCE, Set.of(), 20_000, 60, List.of(), Map.of());
        SimulationId id = request(Cohort.everybody(), Candidate.of("same", IN_FORCE, 60), dearer);

        JsonNode done = ended(id);

        assertThat(done.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(done.path("valid").asBoolean()).isTrue();
        assertThat(done.path("done").asLong())
                .isEqualTo(done.path("all").asLong())
                .isPositive();
        assertThat(done.path("doneBasisPoints").asLong()).isEqualTo(10_000);
        assertThat(done.path("result").path("outcomes")).hasSize(2);
        assertThat(done.path("result")
                        .path("outcomes")
                        .get(1)
                        .path("calls")
                        .path("all")
                        .asLong())
                .isEqualTo(6);
        String bytes = ask(id + "/result").http().body();
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.getBytes())))
                .isEqualTo(done.path("hash").asString());
        JsonNode one = ask(id + "?candidate=dearer").body().path("result").path("outcomes");
        assertThat(one).hasSize(1);
        assertThat(one.get(0).path("candidate").path("name").asString()).isEqualTo("dearer");
        assertThat(ask(id + "?candidate=nobodys").code()).isEqualTo("CANDIDATE_UNKNOWN");
    }

    @Test
    void who_loses_most_is_a_table() {
        calls(6);
        var dearer = new Candidate("dearer, \"by far\"", IN_FORCE, Set.of(), 20_000, 60, List.of(), Map.of());
        SimulationId id = request(Cohort.everybody(), dearer);
        ended(id);

        var reply = ask(id + "/losers");

        assertThat(reply.header("Content-Type")).startsWith("text/csv");
        assertThat(reply.http().body().lines())
                .hasSize(7)
                .first()
                .isEqualTo("candidate,currency,side,id,baseline,under,change");
        assertThat(reply.http().body())
                .contains("\"dearer, \"\"by far\"\"\",USD,members,acc_")
                .contains(",122,245,123");
    }

    @Test
    void the_same_question_is_answered_to_the_byte() {
        calls(6);
        SimulationId one = request(Cohort.everybody(), Candidate.of("same", IN_FORCE, 60));
        SimulationId other = request(Cohort.everybody(), Candidate.of("same", IN_FORCE, 60));
        ended(one);
        ended(other);

        JsonNode first = ask(one + "/result").body().path("outcomes");
        assertThat(first).isEqualTo(ask(other + "/result").body().path("outcomes"));
    }

    @Test
    void figures_of_so_few_that_they_would_tell_of_persons_are_not_told() {
        calls(4);
        SimulationId id = request(Cohort.everybody(), Candidate.of("same", IN_FORCE, 60));

        JsonNode failed = ended(id);

        assertThat(failed.path("status").asString()).isEqualTo("FAILED");
        assertThat(failed.path("failure").asString()).isEqualTo("COHORT_TOO_SMALL");
        assertThat(failed.has("result")).isFalse();
        assertThat(ask(id + "/result").code()).isEqualTo("SIMULATION_NOT_DONE");
        assertThat(ask(id + "/result").body().path("detail").asString()).contains("at least 5 members");
        assertThat(ask(id + "/losers").code()).isEqualTo("SIMULATION_NOT_DONE");
    }

    @Test
    void one_person_alone_in_a_currency_is_left_out_and_the_others_are_told_of() {
        calls(6);
        CallStory alone = call(Money.of(199, "EUR"));
        var dearer = new Candidate("dearer", IN_FORCE, Set.of(), 20_000, 60, List.of(), Map.of());
        SimulationId id = request(Cohort.everybody(), dearer);

        JsonNode done = ended(id);

        assertThat(done.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(done.path("valid").asBoolean()).isTrue();
        JsonNode result = done.path("result");
        assertThat(result.path("leftOut")).hasSize(1);
        assertThat(result.at("/leftOut/0/currency").asString()).isEqualTo("EUR");
        assertThat(result.at("/leftOut/0/members").asLong()).isEqualTo(1);
        assertThat(result.at("/leftOut/0/why").asString()).contains("EUR").contains("fewer than 5");
        assertThat(result.at("/outcomes/0/currencies")).hasSize(1);
        assertThat(result.at("/outcomes/0/currencies/0/currency").asString()).isEqualTo("USD");
        assertThat(result.at("/outcomes/0/calls/all").asLong()).isEqualTo(6);
        assertThat(ask(id + "/result").http().body())
                .doesNotContain(alone.member.value(), alone.call.value(), alone.listenerId.value());
        assertThat(ask(id + "/losers").http().body()).doesNotContain("EUR", alone.member.value());
        assertThat(told.outcomes())
                .as("what the book of price lists judges by")
                .singleElement()
                .satisfies(outcome -> {
                    assertThat(outcome.calls()).isEqualTo(6);
                    assertThat(outcome.variance().revenue()).isEqualTo(10_081);
                });
    }

    @Test
    void where_every_currency_is_one_of_too_few_there_is_no_answer() {
        calls(4);
        call(Money.of(199, "EUR"));

        JsonNode failed = ended(request(Cohort.everybody(), Candidate.of("same", IN_FORCE, 60)));

        assertThat(failed.path("failure").asString()).isEqualTo("COHORT_TOO_SMALL");
        assertThat(told).as("nothing is told of it").isNull();
    }

    @Test
    void a_result_that_was_kept_before_anything_was_left_out_can_still_be_read() {
        calls(6);
        SimulationId id = request(Cohort.everybody(), Candidate.of("same", IN_FORCE, 60));
        ended(id);
        ObjectNode earlier =
                (ObjectNode) json.readTree(ask(id + "/result").http().body());

        earlier.remove("leftOut");

        assertThat(json.treeToValue(earlier, Result.class).leftOut()).isEmpty();
    }

    @Test
    void a_window_without_calls_has_no_answer() {
        SimulationId id = request(Cohort.everybody(), Candidate.of("same", IN_FORCE, 60));
        assertThat(ended(id).path("failure").asString()).isEqualTo("NO_CALLS");
    }

    @Test
    void what_was_never_asked_is_unknown() {
        assertThat(ask("sim_nobodys").code()).isEqualTo("SIMULATION_UNKNOWN");
    }

    private SimulationId request(Cohort cohort, Candidate... candidates) {
        var id = new SimulationId(
                SimulationId.PREFIX + UUID.randomUUID().toString().replace("-", ""));
        given(new SimulationRequested(id, List.of(candidates), window(), cohort, FINN, Instant.now()));
        return id;
    }

    /** The calls of this test alone. */
    private Window window() {
        return new Window(begin, begin.plusSeconds(3_600));
    }

    /** So many members who each talk for 37 seconds. */
    private void calls(int members) {
        for (int i = 0; i < members; i++) {
            call(CallStory.RATE);
        }
    }

    private CallStory call(Money rate) {
        var one = new CallStory(rate);
        var grant = one.cash(300);
        given(Stream.of(one.connectedOn(5_000, grant), one.settledAfter(37, grant))
                .flatMap(Stream::of)
                .toArray());
        return one;
    }

    private JsonNode ended(SimulationId id) {
        await().atMost(30, SECONDS)
                .until(() -> !ask(id.value()).body().path("status").asString().equals("REQUESTED"));
        return ask(id.value()).body();
    }

    private Api.Reply ask(Object path) {
        return get("/v1/simulations/" + path, FINN, Role.FINANCE);
    }
}
