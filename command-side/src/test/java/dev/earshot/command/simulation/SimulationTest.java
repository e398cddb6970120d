package dev.earshot.command.simulation;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.SimulationId;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.simulation.Candidate;
import dev.earshot.api.simulation.Cohort;
import dev.earshot.api.simulation.Outcome;
import dev.earshot.api.simulation.SimulationCommand;
import dev.earshot.api.simulation.SimulationCommand.CancelSimulation;
import dev.earshot.api.simulation.SimulationCommand.CompleteSimulation;
import dev.earshot.api.simulation.SimulationCommand.FailSimulation;
import dev.earshot.api.simulation.SimulationCommand.RequestSimulation;
import dev.earshot.api.simulation.SimulationEvent.SimulationCancelled;
import dev.earshot.api.simulation.SimulationEvent.SimulationCompleted;
import dev.earshot.api.simulation.SimulationEvent.SimulationFailed;
import dev.earshot.api.simulation.SimulationEvent.SimulationRequested;
import dev.earshot.api.simulation.SimulationFailure;
import dev.earshot.api.simulation.SimulationRefusal;
import dev.earshot.api.simulation.Variance;
import dev.earshot.api.simulation.Window;
import dev.earshot.command.Live;
import dev.earshot.command.Refusals;
import dev.earshot.command.Snapshots;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final SimulationId ID = new SimulationId("sim_1");
    private static final AccountId FINN = new AccountId("acc_finn");
    private static final AccountId ADMIN = new AccountId("acc_admin");
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Window DAY = new Window(NOON.minusSeconds(86_400), NOON);
    private static final Candidate CHEAPER = Candidate.of("cheaper", new PriceList(1_200, new Grace(60, 1), 10), 60);
    private static final SimulationSettings TWO_AT_MOST = new SimulationSettings(2);
    private static final List<Outcome> OUTCOMES = List.of(new Outcome(CHEAPER, 7, new Variance(1, 2, 3, 4, 5)));

    @Test
    void is_asked_once() {
        given().when(request(CHEAPER))
                .expectEvents(new SimulationRequested(ID, List.of(CHEAPER), DAY, Cohort.everybody(), FINN, NOON));
        given(request(CHEAPER)).when(request(CHEAPER)).expectNoEvents();
    }

    @Test
    void compares_a_few_candidates_with_names_of_their_own() {
        Refusals.expect(SimulationRefusal.CANDIDATES_MISSING, given().when(request()));
        Refusals.expect(SimulationRefusal.CANDIDATES_ALIKE, given().when(request(CHEAPER, CHEAPER)));
        Refusals.expect(
                SimulationRefusal.TOO_MANY_CANDIDATES,
                given().when(request(Collections.nCopies(3, CHEAPER).toArray(Candidate[]::new))));
    }

    @Test
    void is_answered_once_and_its_asker_hears_of_it() {
        given(request(CHEAPER))
                .when(complete())
                .expectEvents(
                        new SimulationCompleted(ID, true, "abcd", 99, DAY, Cohort.everybody(), OUTCOMES, FINN, NOON));
        given(request(CHEAPER), complete()).when(complete()).expectNoEvents();
        given(request(CHEAPER), complete()).when(fail()).expectNoEvents();
    }

    @Test
    void an_answer_that_comes_after_it_was_cancelled_is_not_wanted() {
        given(request(CHEAPER)).when(cancel()).expectEvents(new SimulationCancelled(ID, ADMIN, FINN, NOON));
        given(request(CHEAPER), cancel()).when(cancel()).expectNoEvents();
        given(request(CHEAPER), cancel()).when(complete()).expectNoEvents();
        given(request(CHEAPER), cancel()).when(fail()).expectNoEvents();
    }

    @Test
    void what_is_over_cannot_be_cancelled() {
        Refusals.expect(
                SimulationRefusal.SIMULATION_OVER,
                given(request(CHEAPER), complete()).when(cancel()));
        given(request(CHEAPER))
                .when(fail())
                .expectEvents(new SimulationFailed(ID, SimulationFailure.NO_CALLS, FINN, NOON));
        Refusals.expect(
                SimulationRefusal.SIMULATION_OVER,
                given(request(CHEAPER), fail()).when(cancel()));
    }

    @Test
    void a_snapshot_keeps_everything() {
        Live<Simulation> simulation = new Live<>(Simulation.class, new Simulation(), TWO_AT_MOST);
        simulation.send(request(CHEAPER));
        simulation.send(cancel());
        Snapshots.expectToKeep(simulation.root());
    }

    private static RequestSimulation request(Candidate... candidates) {
        return new RequestSimulation(ID, List.of(candidates), DAY, Cohort.everybody(), FINN, NOON);
    }

    private static CompleteSimulation complete() {
        return new CompleteSimulation(ID, true, "abcd", 99, OUTCOMES, NOON);
    }

    private static CancelSimulation cancel() {
        return new CancelSimulation(ID, ADMIN, NOON);
    }

    private static FailSimulation fail() {
        return new FailSimulation(ID, SimulationFailure.NO_CALLS, NOON);
    }

    private static Told given(SimulationCommand... past) {
        return new Told(List.of(past));
    }

    private record Told(List<SimulationCommand> past) {
        ResultValidator<Simulation> when(SimulationCommand command) {
            return new AggregateTestFixture<>(Simulation.class)
                    .registerInjectableResource(TWO_AT_MOST)
                    .givenCommands(past)
                    .when(command);
        }
    }
}
