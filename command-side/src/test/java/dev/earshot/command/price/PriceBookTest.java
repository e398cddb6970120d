package dev.earshot.command.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.PriceListId;
import dev.earshot.api.id.SimulationId;
import dev.earshot.api.price.Breach;
import dev.earshot.api.price.PriceListCommand;
import dev.earshot.api.price.PriceListCommand.AskPriceList;
import dev.earshot.api.price.PriceListCommand.DraftPriceList;
import dev.earshot.api.price.PriceListCommand.KeepHousePrices;
import dev.earshot.api.price.PriceListCommand.NoteTrial;
import dev.earshot.api.price.PriceListCommand.PublishPriceList;
import dev.earshot.api.price.PriceListCommand.PublishRegardless;
import dev.earshot.api.price.PriceListCommand.WithdrawPriceList;
import dev.earshot.api.price.PriceListEvent.GuardrailOverridden;
import dev.earshot.api.price.PriceListEvent.HousePricesKept;
import dev.earshot.api.price.PriceListEvent.PriceListDrafted;
import dev.earshot.api.price.PriceListEvent.PriceListPublished;
import dev.earshot.api.price.PriceListEvent.PriceListWithdrawn;
import dev.earshot.api.price.PriceListEvent.PricesTried;
import dev.earshot.api.price.PriceListRefusal;
import dev.earshot.api.price.Trial;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.simulation.Variance;
import dev.earshot.command.Live;
import dev.earshot.command.Refusals;
import dev.earshot.command.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PriceBookTest {
    private static final AccountId ADMIN = new AccountId("acc_admin");
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Duration LEAD = Duration.ofSeconds(2);
    private static final PublishingSettings PUBLISHING = new PublishingSettings(LEAD, Duration.ofMillis(500));
    private static final GuardrailSettings LIMITS =
            new GuardrailSettings(Duration.ofDays(7), 2_500, 100, 1_000, 2_500, 500, 100, 100);
    private static final PriceList HOUSE = new PriceList(1_500, new Grace(60, 1), 10);
    private static final PriceList CHEAPER = new PriceList(1_200, new Grace(60, 1), 10);
    private static final PriceListId LIST = new PriceListId("prl_spring");
    private static final SimulationId SIMULATION = new SimulationId("sim_1");
    private static final long HEAD = 10_000;
    private static final Variance HARMLESS = new Variance(0, -2_000, 350, 0, 0);

    @Test
    void begins_with_the_prices_of_the_settings() {
        given().when(new KeepHousePrices(HOUSE, NOON)).expectEvents(new HousePricesKept(HOUSE, Instant.EPOCH, NOON));
        given(house()).when(house()).expectNoEvents();
    }

    @Test
    void follows_the_settings_as_long_as_nothing_is_published() {
        given(house())
                .when(new KeepHousePrices(CHEAPER, NOON))
                .expectEvents(new HousePricesKept(CHEAPER, NOON.plus(LEAD), NOON));
        given(house(), draft(), regardless(NOON))
                .when(new KeepHousePrices(CHEAPER, NOON.plusSeconds(10)))
                .expectNoEvents();
    }

    @Test
    void drafts_a_list_once_and_tells_its_prices() {
        given(house()).when(draft()).expectEvents(new PriceListDrafted(LIST, "Spring", CHEAPER, ADMIN, NOON));
        given(house(), draft()).when(draft()).expectNoEvents();
        given(house(), draft()).when(new AskPriceList(LIST)).expectNoEvents().expectResultMessagePayload(CHEAPER);
        Refusals.expect(PriceListRefusal.PRICE_LIST_UNKNOWN, given(house()).when(new AskPriceList(LIST)));
    }

    @Test
    void a_list_that_was_tried_comes_into_force_when_every_node_can_know_of_it() {
        given(house(), draft(), tried(HARMLESS))
                .when(publish(NOON))
                .expectEvents(new PriceListPublished(LIST, CHEAPER, NOON.plus(LEAD), ADMIN, NOON));
        Instant newYear = Instant.parse("2027-01-01T00:00:00Z");
        given(house(), draft(), tried(HARMLESS))
                .when(publish(newYear))
                .expectEvents(new PriceListPublished(LIST, CHEAPER, newYear, ADMIN, NOON));
    }

    @Test
    void publishing_again_changes_nothing_before_and_after_the_list_is_in_force() {
        given(house(), draft(), tried(HARMLESS), publish(NOON))
                .when(publish(NOON))
                .expectNoEvents();
        Instant later = NOON.plusSeconds(60);
        given(house(), draft(), tried(HARMLESS), publish(NOON))
                .when(new PublishPriceList(LIST, later, HEAD, ADMIN, later))
                .expectNoEvents();
    }

    @Test
    void what_was_is_not_priced_anew() {
        Refusals.expect(
                PriceListRefusal.PUBLICATION_IN_THE_PAST,
                given(house(), draft(), tried(HARMLESS)).when(publish(NOON.minusMillis(1))));
    }

    @Test
    void a_scheduled_list_can_be_withdrawn_and_not_be_moved() {
        Instant newYear = Instant.parse("2027-01-01T00:00:00Z");
        var withdraw = new WithdrawPriceList(LIST, ADMIN, NOON);
        given(house(), draft(), tried(HARMLESS), publish(newYear))
                .when(withdraw)
                .expectEvents(new PriceListWithdrawn(LIST, newYear, ADMIN, NOON));
        given(house(), draft(), tried(HARMLESS), publish(newYear), withdraw)
                .when(withdraw)
                .expectNoEvents();
        Refusals.expect(
                PriceListRefusal.PRICE_LIST_ALREADY_SCHEDULED,
                given(house(), draft(), tried(HARMLESS), publish(newYear)).when(publish(newYear.plusSeconds(1))));
        Refusals.expect(
                PriceListRefusal.PRICE_LIST_ALREADY_IN_FORCE,
                given(house(), draft(), tried(HARMLESS), publish(NOON))
                        .when(new WithdrawPriceList(LIST, ADMIN, NOON.plusSeconds(5))));
    }

    @Test
    void a_list_nobody_has_tried_is_refused() {
        Refusals.expect(
                PriceListRefusal.SIMULATION_MISSING, given(house(), draft()).when(publish(NOON)));
        Refusals.expect(
                PriceListRefusal.SIMULATION_MISSING,
                given(house(), draft(), new NoteTrial(HOUSE, trial(true, 500, HEAD, HARMLESS, NOON), NOON))
                        .when(publish(NOON)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void the_guardrail_refuses_by_name_and_a_superadmin_may_override_it(
            PriceListRefusal code, Breach breach, Trial trial) {
        Refusals.expect(
                code,
                given(house(), draft(), new NoteTrial(CHEAPER, trial, NOON)).when(publish(NOON)));
        given(house(), draft(), new NoteTrial(CHEAPER, trial, NOON))
                .when(regardless(NOON))
                .expectEvents(
                        new GuardrailOverridden(LIST, List.of(breach), "A new law.", ADMIN, NOON),
                        new PriceListPublished(LIST, CHEAPER, NOON.plus(LEAD), ADMIN, NOON));
    }

    static Stream<Arguments> the_guardrail_refuses_by_name_and_a_superadmin_may_override_it() {
        Instant tooLongAgo = NOON.minus(Duration.ofDays(7)).minusMillis(1);
        return Stream.of(
                Arguments.of(
                        PriceListRefusal.SIMULATION_INVALID,
                        Breach.TRIAL_INVALID,
                        trial(false, 500, HEAD, HARMLESS, NOON)),
                Arguments.of(
                        PriceListRefusal.SIMULATION_STALE,
                        Breach.TRIAL_STALE,
                        trial(true, 500, HEAD, HARMLESS, tooLongAgo)),
                Arguments.of(
                        PriceListRefusal.SIMULATION_STALE, Breach.TRIAL_STALE, trial(true, 500, 7_999, HARMLESS, NOON)),
                Arguments.of(
                        PriceListRefusal.SIMULATION_TOO_SMALL,
                        Breach.TRIAL_TOO_SMALL,
                        trial(true, 99, HEAD, HARMLESS, NOON)),
                varied(Breach.REVENUE, new Variance(1_001, 0, 0, 0, 0)),
                varied(Breach.REVENUE, new Variance(-1_001, 0, 0, 0, 0)),
                varied(Breach.FEES, new Variance(0, -2_501, 0, 0, 0)),
                varied(Breach.LISTENER_INCOME, new Variance(0, 0, -501, 0, 0)),
                varied(Breach.CUT_OFF, new Variance(0, 0, 0, 101, 0)),
                varied(Breach.REFUSED, new Variance(0, 0, 0, 0, 101)));
    }

    @Test
    void what_just_fits_is_let_through() {
        var limit = new Variance(1_000, -2_500, -500, 100, 100);
        Trial trial = trial(true, 100, 8_000, limit, NOON.minus(Duration.ofDays(7)));
        given(house(), draft(), new NoteTrial(CHEAPER, trial, NOON))
                .when(publish(NOON))
                .expectEvents(new PriceListPublished(LIST, CHEAPER, NOON.plus(LEAD), ADMIN, NOON));
    }

    @Test
    void an_override_without_need_is_no_override() {
        given(house(), draft(), tried(HARMLESS))
                .when(regardless(NOON))
                .expectEvents(new PriceListPublished(LIST, CHEAPER, NOON.plus(LEAD), ADMIN, NOON));
    }

    @Test
    void the_last_trial_counts_in_whatever_order_they_are_told() {
        Trial good = trial(true, 500, HEAD, HARMLESS, NOON.minusSeconds(1));
        Trial earlier = trial(false, 500, HEAD, HARMLESS, NOON.minusSeconds(2));
        given(house(), draft(), new NoteTrial(CHEAPER, good, NOON))
                .when(new NoteTrial(CHEAPER, earlier, NOON))
                .expectNoEvents();
        given(house(), draft(), new NoteTrial(CHEAPER, good, NOON))
                .when(new NoteTrial(CHEAPER, good, NOON))
                .expectNoEvents();
        given(house(), draft(), new NoteTrial(CHEAPER, earlier, NOON))
                .when(new NoteTrial(CHEAPER, good, NOON))
                .expectEvents(new PricesTried(CHEAPER, good, NOON));
    }

    @Test
    void a_refusal_tells_the_figures() {
        Guardrail guardrail = Guardrail.of(
                Optional.of(trial(true, 500, HEAD, new Variance(-1_234, 0, 0, 0, 205), NOON)), LIMITS, HEAD, NOON);
        assertThat(guardrail.findings())
                .extracting(Guardrail.Finding::text)
                .containsExactly(
                        "revenue changes by -12.34 %, allowed are 10.00 %",
                        "calls that never begin are 2.05 %, allowed are 1.00 %");
    }

    @Test
    void a_snapshot_keeps_everything() {
        Live<PriceBook> book = new Live<>(PriceBook.class, new PriceBook(), PUBLISHING, LIMITS);
        Stream.of(house(), draft(), tried(HARMLESS), publish(NOON)).forEach(book::send);
        Snapshots.expectToKeep(book.root());
    }

    private static Arguments varied(Breach breach, Variance variance) {
        return Arguments.of(PriceListRefusal.VARIANCE_TOO_HIGH, breach, trial(true, 500, HEAD, variance, NOON));
    }

    private static KeepHousePrices house() {
        return new KeepHousePrices(HOUSE, NOON.minusSeconds(3_600));
    }

    private static DraftPriceList draft() {
        return new DraftPriceList(LIST, "Spring", CHEAPER, ADMIN, NOON);
    }

    private static NoteTrial tried(Variance variance) {
        return new NoteTrial(CHEAPER, trial(true, 500, HEAD, variance, NOON), NOON);
    }

    private static Trial trial(boolean valid, long calls, long position, Variance variance, Instant at) {
        return new Trial(SIMULATION, valid, calls, position, variance, at);
    }

    private static PublishPriceList publish(Instant from) {
        return new PublishPriceList(LIST, from, HEAD, ADMIN, NOON);
    }

    private static PublishRegardless regardless(Instant from) {
        return new PublishRegardless(LIST, from, HEAD, "A new law.", ADMIN, NOON);
    }

    private static Told given(PriceListCommand... past) {
        return new Told(List.of(past));
    }

    private record Told(List<PriceListCommand> past) {
        ResultValidator<PriceBook> when(PriceListCommand command) {
            var fixture = new AggregateTestFixture<>(PriceBook.class)
                    .registerInjectableResource(PUBLISHING)
                    .registerInjectableResource(LIMITS);
            return fixture.givenCommands(past).when(command);
        }
    }
}
