package dev.earshot.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.PurchaseId;
import dev.earshot.api.membership.Subscription;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Cycle;
import dev.earshot.api.pricing.Tier;
import dev.earshot.api.purchase.Buyer;
import dev.earshot.api.purchase.PurchaseRefusal;
import dev.earshot.api.purchase.StoreSubscriptionCommand;
import dev.earshot.api.purchase.StoreSubscriptionCommand.ClaimStoreSubscription;
import dev.earshot.api.purchase.StoreSubscriptionCommand.GiveUpStoreSubscription;
import dev.earshot.api.purchase.StoreSubscriptionCommand.TellStoreSubscription;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionClaimed;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionTold;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionUnclaimed;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionWentOn;
import dev.earshot.command.Live;
import dev.earshot.command.Refusals;
import dev.earshot.command.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreSubscriptionTest {
    private static final PurchaseId ID = new PurchaseId("pur_1");
    private static final AccountId ANN = new AccountId("acc_ann");
    private static final AccountId BEN = new AccountId("acc_ben");
    private static final Instant DAY_0 = Instant.parse("2026-03-01T12:00:00Z");
    private static final Buyer STRANGER = new Buyer("", "profile-hash", "mail-hash");
    private static final Buyer OF_ANN = new Buyer(ANN.value(), "", "");
    private static final Tier DAILY =
            new Tier("daily-15", "daily", Money.of(1_999, "USD"), 900, false, 0, Cycle.of("P1M"));
    private static final Subscription STARTED = paid(30, 0);
    private static final Subscription RENEWED = paid(60, 30);
    private static final Subscription STOPPED = Subscription.stopped("adapty:orig", DAILY, day(60), day(40));
    private static final Subscription ENDED = Subscription.ended("adapty:orig", DAILY, day(60));

    @Test
    void what_a_stranger_subscribes_to_is_remembered_and_told_once() {
        given().when(told(STARTED, STRANGER)).expectEvents(remembered(STARTED, STRANGER));
        given(told(STARTED, STRANGER)).when(told(STARTED, STRANGER)).expectNoEvents();
        given(told(RENEWED, STRANGER)).when(told(STARTED, STRANGER)).expectNoEvents();
        given(told(STARTED, STRANGER))
                .when(told(STOPPED, STRANGER))
                .expectEvents(remembered(STARTED.merge(STOPPED), STRANGER));
    }

    @Test
    void what_an_account_subscribes_to_is_given_to_it_at_once() {
        given().when(told(STARTED, OF_ANN))
                .expectEvents(remembered(STARTED, OF_ANN), new StoreSubscriptionClaimed(ID, ANN, STARTED, DAY_0));
    }

    @Test
    void what_waits_goes_to_an_account_that_is_named_only_later_even_by_old_news() {
        var both = new Buyer(ANN.value(), "profile-hash", "mail-hash");
        given(told(STARTED, STRANGER))
                .when(told(STARTED, OF_ANN))
                .expectEvents(remembered(STARTED, both), new StoreSubscriptionClaimed(ID, ANN, STARTED, DAY_0));
    }

    @ParameterizedTest
    @CsvSource({"profile-hash", "mail-hash"})
    void whoever_proves_to_be_the_buyer_gets_the_latest_state_once(String name) {
        given(told(STOPPED, STRANGER), told(STARTED, STRANGER))
                .when(claim(ANN, name, 1))
                .expectEvents(new StoreSubscriptionClaimed(ID, ANN, STOPPED.merge(STARTED), day(1)));
        given(told(STARTED, STRANGER), claim(ANN, name, 1))
                .when(claim(ANN, name, 90))
                .expectNoEvents();
    }

    @Test
    void an_address_that_is_told_only_later_finds_its_buyer() {
        given(told(STARTED, new Buyer("", "profile-hash", "")), told(STARTED, new Buyer("", "", "mail-hash")))
                .when(claim(ANN, "mail-hash", 1))
                .expectEvents(new StoreSubscriptionClaimed(ID, ANN, STARTED, day(1)));
    }

    @Test
    void of_two_claimants_one_wins_and_the_other_is_told() {
        Refusals.expect(
                PurchaseRefusal.PURCHASE_CLAIMED,
                given(told(STARTED, STRANGER), claim(ANN, "mail-hash", 1)).when(claim(BEN, "profile-hash", 1)));
    }

    @Test
    void what_is_told_after_the_claim_goes_to_whoever_has_it_whoever_is_named() {
        given(told(STARTED, STRANGER), claim(ANN, "mail-hash", 1))
                .when(told(RENEWED, new Buyer(BEN.value(), "", "")))
                .expectEvents(new StoreSubscriptionWentOn(ID, ANN, STARTED.merge(RENEWED), DAY_0));
        given(told(STARTED, STRANGER), claim(ANN, "mail-hash", 1))
                .when(told(STARTED, STRANGER))
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({"other-hash", "''"})
    void nobody_gets_what_somebody_else_subscribed_to(String name) {
        Refusals.expect(
                PurchaseRefusal.PURCHASE_UNKNOWN, given(told(STARTED, STRANGER)).when(claim(BEN, name, 1)));
    }

    @Test
    void what_ended_before_the_claim_is_said_to_have_and_can_be_claimed_once_renewed() {
        Refusals.expect(
                PurchaseRefusal.SUBSCRIPTION_EXPIRED,
                given(told(STARTED, STRANGER)).when(claim(ANN, "mail-hash", 30)));
        Refusals.expect(
                PurchaseRefusal.SUBSCRIPTION_EXPIRED,
                given(told(ENDED, STRANGER)).when(claim(ANN, "mail-hash", 1)));
        given(told(STARTED, STRANGER), told(RENEWED, STRANGER))
                .when(claim(ANN, "mail-hash", 30))
                .expectEvents(new StoreSubscriptionClaimed(ID, ANN, STARTED.merge(RENEWED), day(30)));
    }

    @Test
    void what_nobody_claims_is_given_up_once_and_can_still_be_claimed() {
        given(told(STARTED, STRANGER)).when(giveUp()).expectEvents(new StoreSubscriptionUnclaimed(ID, day(90)));
        given(told(STARTED, STRANGER), giveUp()).when(giveUp()).expectNoEvents();
        given(told(STARTED, STRANGER), giveUp())
                .when(claim(ANN, "mail-hash", 1))
                .expectEvents(new StoreSubscriptionClaimed(ID, ANN, STARTED, day(1)));
        given(told(STARTED, OF_ANN)).when(giveUp()).expectNoEvents();
    }

    /** Whether it is claimed before, between or after: the membership is told all that is known, and by one owner. */
    @Test
    void every_order_ends_with_the_same_known_and_one_owner() {
        Subscription all = STARTED.merge(RENEWED).merge(STOPPED).merge(ENDED);
        List<StoreSubscriptionCommand> told = List.of(
                told(STARTED, STRANGER),
                told(RENEWED, STRANGER),
                told(STOPPED, STRANGER),
                told(ENDED, STRANGER),
                told(STARTED, STRANGER),
                claim(ANN, "mail-hash", 50),
                claim(BEN, "profile-hash", 50));
        orders(told).forEach(order -> {
            List<Object> events = outcomeOf(order);
            List<StoreSubscriptionClaimed> claims = only(StoreSubscriptionClaimed.class, events);
            assertThat(claims).as("%s", order).hasSizeLessThanOrEqualTo(1);
            Stream<Subscription> known = claims.isEmpty()
                    ? only(StoreSubscriptionTold.class, events).stream().map(StoreSubscriptionTold::known)
                    : Stream.concat(
                            claims.stream().map(StoreSubscriptionClaimed::known),
                            only(StoreSubscriptionWentOn.class, events).stream().map(StoreSubscriptionWentOn::known));
            assertThat(known.reduce((earlier, later) -> later)).as("%s", order).contains(all);
        });
    }

    @Test
    void is_the_same_after_a_snapshot() {
        var live = new Live<>(StoreSubscription.class, new StoreSubscription(), wallets());
        Snapshots.expectToKeep(live.root());
        List.of(told(STARTED, STRANGER), giveUp(), claim(ANN, "mail-hash", 1), told(RENEWED, STRANGER))
                .forEach(command -> {
                    assertThat(live.send(command)).isNotEmpty();
                    Snapshots.expectToKeep(live.root());
                });
    }

    /** What nobody has told of yet cannot be claimed, which the account's later sign-in makes good. */
    private static List<Object> outcomeOf(List<StoreSubscriptionCommand> order) {
        var live = new Live<>(StoreSubscription.class, new StoreSubscription(), wallets());
        var told = new ArrayList<>();
        for (StoreSubscriptionCommand command : order) {
            if (!told.isEmpty() || command instanceof TellStoreSubscription) {
                told.addAll(live.send(command));
            }
        }
        return told;
    }

    private static <E> List<E> only(Class<E> type, List<Object> events) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Stream<List<StoreSubscriptionCommand>> orders(List<StoreSubscriptionCommand> told) {
        if (told.isEmpty()) {
            return Stream.of(List.of());
        }
        return IntStream.range(0, told.size()).boxed().flatMap(next -> {
            List<StoreSubscriptionCommand> others = new ArrayList<>(told);
            StoreSubscriptionCommand first = others.remove((int) next);
            return orders(others)
                    .map(rest -> Stream.concat(Stream.of(first), rest.stream()).toList());
        });
    }

    private static TestExecutor<StoreSubscription> given(StoreSubscriptionCommand... earlier) {
        return new AggregateTestFixture<>(StoreSubscription.class)
                .registerInjectableResource(wallets())
                .givenCommands((Object[]) earlier);
    }

    private static OpenWallets wallets() {
        return Set.of(ANN, BEN)::contains;
    }

    private static TellStoreSubscription told(Subscription what, Buyer buyer) {
        return new TellStoreSubscription(ID, what, "adapty", "orig", buyer, DAY_0);
    }

    private static StoreSubscriptionTold remembered(Subscription known, Buyer buyer) {
        return new StoreSubscriptionTold(ID, known, "adapty", "orig", buyer, DAY_0);
    }

    private static ClaimStoreSubscription claim(AccountId account, String name, int day) {
        return new ClaimStoreSubscription(ID, account, name, day(day));
    }

    private static GiveUpStoreSubscription giveUp() {
        return new GiveUpStoreSubscription(ID, day(90));
    }

    private static Subscription paid(int untilDay, int onDay) {
        return Subscription.paid("adapty:orig", DAILY, day(untilDay), day(onDay));
    }

    private static Instant day(int number) {
        return DAY_0.plus(Duration.ofDays(number));
    }
}
