package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.simulation.Candidate;
import dev.earshot.api.simulation.Cohort;
import dev.earshot.api.simulation.Window;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Talk;
import dev.earshot.command.pricing.Plans;
import dev.earshot.query.lab.Lab;
import dev.earshot.query.lab.Question;
import dev.earshot.query.lab.result.CurrencyOutcome;
import dev.earshot.query.lab.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Calls of every plan are really made, whatever else goes on, and then played again in the lab. */
@Execution(ExecutionMode.CONCURRENT)
class LabTest {
    private static final long LEAST_SECONDS = 4;

    @Test
    void the_terms_in_force_reproduce_what_calls_of_every_plan_and_by_card_came_to() {
        Listener ear = Cards.payableListener(Market.RATE);
        Member byCash = Market.memberWith(50_000);
        Member runsOut = Market.memberWith(8 * Market.RATE / 60);
        Member byTokens = under("TOKENS");
        buys(byTokens, "tokens-550", "TOKENS", 550);
        Member byMinutes = under("MOMENTS");
        buys(byMinutes, "minutes-30", "MOMENTS", 1800);
        Member byDay = under("MEMBERSHIP");
        byDay.person()
                .post("/v1/memberships", Map.of("tier", "story-month", "method", "test_ok"))
                .ok();
        Market.eventually().until(() -> byDay.person().get("/v1/memberships/me").text("status"), "ACTIVE"::equals);

        for (Member member : List.of(byCash, byTokens, byMinutes, byDay)) {
            talk(Market.connected(member, ear), ear);
        }
        talk(Cards.connected(Cards.cardholder("test_ok"), ear), ear);
        Market.settled(Market.connected(runsOut, ear));

        Result result = Market.eventually().until(LabTest::inForce, LabTest::knowsEveryPlan);

        assertThat(result.fidelity().first()).isEmpty();
        assertThat(result.isValid()).isTrue();
        assertThat(result.fidelity().checked()).isGreaterThanOrEqualTo(6);
        result.outcomes().get(0).currencies().forEach(LabTest::isUnchanged);
    }

    private static void talk(Talk talk, Listener ear) {
        Market.after(talk, 6);
        talk.endByMember().ok();
        Market.settled(talk);
        Market.canBeCalled(ear);
    }

    private static Result inForce() {
        PriceList prices = Running.inside(Plans.class).at(Instant.now());
        Window today = new Window(
                Instant.now().minus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(1)));
        return Running.inside(Lab.class)
                .run(
                        new Question(
                                List.of(Candidate.of("in force", prices, LEAST_SECONDS)), today, Cohort.everybody(), 1),
                        (done, all) -> {},
                        () -> false);
    }

    private static boolean knowsEveryPlan(Result result) {
        return result.outcomes().get(0).currencies().stream()
                .anyMatch(currency -> currency.versions().stream()
                                .map(CurrencyOutcome.Version::version)
                                .toList()
                                .containsAll(Set.of(PlanVersion.values()))
                        && currency.total().baseline().seconds() >= 30);
    }

    private static void isUnchanged(CurrencyOutcome currency) {
        assertThat(currency.total().candidate()).isEqualTo(currency.total().baseline());
        assertThat(currency.members().losers()).isEmpty();
        assertThat(currency.listeners().losers()).isEmpty();
    }

    private static Member under(String version) {
        Member member = Market.memberWith(0);
        Market.somebody("admin")
                .post("/v1/admin/accounts/" + member.person().accountId() + "/version", Map.of("version", version))
                .ok();
        Market.eventually().until(() -> member.person().get("/v1/me").text("version"), version::equals);
        return member;
    }

    private static void buys(Member member, String product, String pocket, long units) {
        member.buy(product, "test_ok").ok();
        Market.eventually().until(() -> Market.pocket(member, pocket) == units);
    }
}
