package dev.earshot.command.shadow;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.shadow.ShadowCommand;
import dev.earshot.api.shadow.ShadowCommand.StartShadowPlan;
import dev.earshot.api.shadow.ShadowCommand.StopShadowPlan;
import dev.earshot.api.shadow.ShadowEvent.ShadowPlanStarted;
import dev.earshot.api.shadow.ShadowEvent.ShadowPlanStopped;
import dev.earshot.api.shadow.ShadowRefusal;
import dev.earshot.api.simulation.Candidate;
import dev.earshot.command.Live;
import dev.earshot.command.Refusals;
import dev.earshot.command.Snapshots;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

class ShadowBookTest {
    private static final AccountId ADMIN = new AccountId("acc_admin");
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final ShadowSettings ONE_AT_MOST = new ShadowSettings(1);

    @Test
    void starts_a_plan_once_and_stops_it_once() {
        given().when(start("a", 1_200)).expectEvents(new ShadowPlanStarted(candidate("a", 1_200), ADMIN, NOON));
        given(start("a", 1_200)).when(start("a", 1_200)).expectNoEvents();
        given(start("a", 1_200)).when(stop("a")).expectEvents(new ShadowPlanStopped("a", ADMIN, NOON));
        given(start("a", 1_200), stop("a")).when(stop("a")).expectNoEvents();
        given(start("a", 1_200), stop("a"))
                .when(start("a", 1_200))
                .expectEvents(new ShadowPlanStarted(candidate("a", 1_200), ADMIN, NOON));
    }

    @Test
    void figures_of_two_candidates_are_never_mixed_under_one_name() {
        Refusals.expect(
                ShadowRefusal.SHADOW_PLAN_RUNNING, given(start("a", 1_200)).when(start("a", 1_300)));
    }

    @Test
    void only_a_few_run_at_once() {
        Refusals.expect(
                ShadowRefusal.TOO_MANY_SHADOW_PLANS, given(start("a", 1_200)).when(start("b", 1_200)));
        given(start("a", 1_200), stop("a"))
                .when(start("b", 1_200))
                .expectEvents(new ShadowPlanStarted(candidate("b", 1_200), ADMIN, NOON));
    }

    @Test
    void what_never_ran_cannot_be_stopped() {
        Refusals.expect(ShadowRefusal.SHADOW_PLAN_UNKNOWN, given().when(stop("a")));
    }

    @Test
    void a_snapshot_keeps_everything() {
        Live<ShadowBook> book = new Live<>(ShadowBook.class, new ShadowBook(), ONE_AT_MOST);
        book.send(start("a", 1_200));
        Snapshots.expectToKeep(book.root());
    }

    private static StartShadowPlan start(String name, int fee) {
        return new StartShadowPlan(candidate(name, fee), ADMIN, NOON);
    }

    private static StopShadowPlan stop(String name) {
        return new StopShadowPlan(name, ADMIN, NOON);
    }

    private static Candidate candidate(String name, int fee) {
        return Candidate.of(name, new PriceList(fee, new Grace(60, 1), 10), 60);
    }

    private static Told given(ShadowCommand... past) {
        return new Told(List.of(past));
    }

    private record Told(List<ShadowCommand> past) {
        ResultValidator<ShadowBook> when(ShadowCommand command) {
            return new AggregateTestFixture<>(ShadowBook.class)
                    .registerInjectableResource(ONE_AT_MOST)
                    .givenCommands(past)
                    .when(command);
        }
    }
}
