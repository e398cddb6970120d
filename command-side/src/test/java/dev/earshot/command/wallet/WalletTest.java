package dev.earshot.command.wallet;

import static dev.earshot.command.wallet.Grants.cash;
import static dev.earshot.command.wallet.Grants.thenCash;
import static dev.earshot.command.wallet.WalletStory.NOON;
import static dev.earshot.command.wallet.WalletStory.USD;
import static dev.earshot.command.wallet.WalletStory.WALLET;
import static dev.earshot.command.wallet.WalletStory.call;
import static dev.earshot.command.wallet.WalletStory.captureHold;
import static dev.earshot.command.wallet.WalletStory.extendHold;
import static dev.earshot.command.wallet.WalletStory.given;
import static dev.earshot.command.wallet.WalletStory.open;
import static dev.earshot.command.wallet.WalletStory.placeHold;
import static dev.earshot.command.wallet.WalletStory.releaseHold;
import static dev.earshot.command.wallet.WalletStory.terms;
import static dev.earshot.command.wallet.WalletStory.topUp;
import static dev.earshot.command.wallet.WalletStory.usd;

import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.PayPerMinute;
import dev.earshot.api.wallet.HoldDecline;
import dev.earshot.api.wallet.WalletCommand.CreditTopUp;
import dev.earshot.api.wallet.WalletCommand.ExpectTopUp;
import dev.earshot.api.wallet.WalletCommand.PlaceHold;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldExtensionDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import dev.earshot.api.wallet.WalletEvent.WalletOpened;
import dev.earshot.api.wallet.WalletRefusal;
import dev.earshot.command.Refusals;
import org.junit.jupiter.api.Test;

/** Cash and the life of a hold. */
class WalletTest {
    @Test
    void is_opened_once() {
        given().when(open()).expectEvents(new WalletOpened(WALLET, USD, NOON));
        given(open()).when(open()).expectNoEvents();
    }

    @Test
    void declines_holds_until_it_is_opened_and_can_be_opened_then() {
        HoldDeclined no = declined("c", HoldDecline.INSUFFICIENT_FUNDS);
        given().when(placeHold("c")).expectEvents(no);
        given().when(releaseHold("c")).expectEvents(no);
        given(placeHold("c")).when(releaseHold("c")).expectNoEvents();
        given(releaseHold("c")).when(placeHold("c")).expectNoEvents();
        given(placeHold("c")).when(open()).expectEvents(new WalletOpened(WALLET, USD, NOON));
        given(placeHold("c"), open(), topUp("a", 1000)).when(placeHold("d")).expectEvents(placed("d", cash(300)));
    }

    @Test
    void takes_nothing_until_it_is_opened() {
        Refusals.expect(WalletRefusal.WALLET_UNKNOWN, given(placeHold("c")).when(topUp("a", 500)));
        Refusals.expect(WalletRefusal.WALLET_UNKNOWN, given(placeHold("c")).when(new ExpectTopUp(WALLET, usd(500))));
        Refusals.expect(
                WalletRefusal.WALLET_UNKNOWN,
                given(placeHold("c")).when(WalletStory.promoSeconds("a", 60, WalletStory.TOMORROW)));
    }

    @Test
    void credits_each_top_up_once() {
        given(open())
                .when(topUp("a", 500))
                .expectEvents(new TopUpCredited(WALLET, new TopUpId("top_a"), usd(500), NOON));
        given(open(), topUp("a", 500)).when(topUp("a", 500)).expectNoEvents();
    }

    @Test
    void takes_no_amount_it_could_not_count() {
        Refusals.expect(WalletRefusal.AMOUNT_OUT_OF_RANGE, given(open()).when(topUp("a", 0)));
        Refusals.expect(WalletRefusal.AMOUNT_OUT_OF_RANGE, given(open()).when(topUp("a", -1)));
        Refusals.expect(
                WalletRefusal.AMOUNT_OUT_OF_RANGE,
                given(open(), topUp("a", Long.MAX_VALUE)).when(topUp("b", 1)));
    }

    @Test
    void takes_no_other_currency_and_says_so_before_money_is_asked_for() {
        Money euros = Money.of(500, "EUR");
        Refusals.expect(
                WalletRefusal.CURRENCY_MISMATCH,
                given(open()).when(new CreditTopUp(WALLET, new TopUpId("top_a"), euros, NOON)));
        Refusals.expect(WalletRefusal.CURRENCY_MISMATCH, given(open()).when(new ExpectTopUp(WALLET, euros)));
        given(open()).when(new ExpectTopUp(WALLET, usd(500))).expectNoEvents().expectSuccessfulHandlerExecution();
    }

    @Test
    void sets_aside_what_the_wanted_seconds_would_cost() {
        given(open(), topUp("a", 1000)).when(placeHold("c")).expectEvents(placed("c", cash(300)));
    }

    @Test
    void sets_aside_less_when_funds_are_short_but_suffice() {
        given(open(), topUp("a", 200)).when(placeHold("c")).expectEvents(placed("c", cash(120)));
    }

    @Test
    void declines_less_than_the_least() {
        given(open(), topUp("a", 150))
                .when(placeHold("c", 300, 120))
                .expectEvents(declined("c", HoldDecline.INSUFFICIENT_FUNDS));
    }

    @Test
    void declines_from_nothing_although_a_first_second_would_round_down_to_nothing() {
        given(open()).when(placeHold("c", 300, 1)).expectEvents(declined("c", HoldDecline.INSUFFICIENT_FUNDS));
    }

    @Test
    void declines_terms_in_another_currency() {
        var euros = new PayPerMinute(1500, new Grace(60, 1)).termsFor(Money.of(100, "EUR"));
        given(open(), topUp("a", 1000))
                .when(new PlaceHold(WALLET, call("c"), euros, 300, 60, NOON))
                .expectEvents(declined("c", HoldDecline.CURRENCY_MISMATCH));
    }

    /** Elsewhere thirty calls passed on the balance for one (MagnusBilling 5 #7). */
    @Test
    void two_calls_on_a_balance_for_one_are_not_both_paid() {
        given(open(), topUp("a", 500), placeHold("c", 300, 300))
                .when(placeHold("d", 300, 60))
                .expectEvents(declined("d", HoldDecline.INSUFFICIENT_FUNDS));
    }

    @Test
    void places_or_declines_a_hold_once() {
        given(open(), topUp("a", 1000), placeHold("c")).when(placeHold("c")).expectNoEvents();
        given(open(), placeHold("c"), topUp("a", 1000)).when(placeHold("c")).expectNoEvents();
    }

    @Test
    void lengthens_the_last_leg_so_that_no_rounding_is_added() {
        given(open(), topUp("a", 1000), placeHold("c"))
                .when(extendHold("c", 300))
                .expectEvents(new HoldExtended(WALLET, call("c"), cash(600), NOON));
    }

    @Test
    void extends_only_the_hold_the_asker_knows() {
        given(open(), topUp("a", 2000), placeHold("c"), extendHold("c", 300))
                .when(extendHold("c", 300))
                .expectNoEvents();
        Refusals.expect(WalletRefusal.UNKNOWN_HOLD, given(open()).when(extendHold("c", 300)));
        given(open(), topUp("a", 1000), placeHold("c"), captureHold("c", 10))
                .when(extendHold("c", 300))
                .expectNoEvents();
    }

    @Test
    void tells_once_that_no_second_can_be_added() {
        given(open(), topUp("a", 500), placeHold("c"))
                .when(extendHold("c", 300))
                .expectEvents(new HoldExtensionDeclined(WALLET, call("c"), 300, 300, NOON));
        given(open(), topUp("a", 500), placeHold("c"), extendHold("c", 300))
                .when(extendHold("c", 300))
                .expectNoEvents();
    }

    @Test
    void a_top_up_in_mid_call_extends_a_starving_hold_at_once() {
        given(open(), topUp("a", 500), placeHold("c"), extendHold("c", 300))
                .when(topUp("b", 250))
                .expectEvents(
                        new TopUpCredited(WALLET, new TopUpId("top_b"), usd(250), NOON),
                        new HoldExtended(WALLET, call("c"), cash(450), NOON));
    }

    @Test
    void starving_holds_are_fed_in_the_order_they_starved() {
        given(open(), topUp("a", 1000), placeHold("c"), placeHold("d"), extendHold("d", 300), extendHold("c", 300))
                .when(topUp("b", 600))
                .expectEvents(
                        new TopUpCredited(WALLET, new TopUpId("top_b"), usd(600), NOON),
                        new HoldExtended(WALLET, call("d"), cash(600), NOON),
                        new HoldExtended(WALLET, call("c"), cash(360), NOON));
    }

    @Test
    void what_another_call_gives_back_feeds_a_starving_hold() {
        given(open(), topUp("a", 1000), placeHold("c"), placeHold("d"), extendHold("c", 300))
                .when(releaseHold("d"))
                .expectEvents(
                        new HoldReleased(WALLET, call("d"), cash(300), NOON),
                        new HoldExtended(WALLET, call("c"), cash(600), NOON));
    }

    @Test
    void captures_the_cost_of_the_talk_and_frees_the_rest() {
        Grant grant = cash(300);
        given(open(), topUp("a", 500), placeHold("c"))
                .when(captureHold("c", 90))
                .expectEvents(new HoldCaptured(WALLET, call("c"), USD, grant, 90, grant.chargesAt(90), NOON));
        given(open(), topUp("a", 500), placeHold("c"), captureHold("c", 90))
                .when(placeHold("d", 10_000, 60))
                .expectEvents(placed("d", cash(210)));
    }

    @Test
    void never_captures_more_than_was_granted() {
        Grant grant = cash(300);
        given(open(), topUp("a", 500), placeHold("c"))
                .when(captureHold("c", 301))
                .expectEvents(new HoldCaptured(WALLET, call("c"), USD, grant, 300, grant.chargesAt(300), NOON));
    }

    @Test
    void releases_everything_when_nothing_was_talked() {
        given(open(), topUp("a", 500), placeHold("c"))
                .when(captureHold("c", 0))
                .expectEvents(new HoldReleased(WALLET, call("c"), cash(300), NOON));
    }

    /** Elsewhere a second capture passed while the first was still unknown (Kill Bill #639). */
    @Test
    void resolving_a_hold_twice_changes_nothing() {
        given(open(), topUp("a", 500), placeHold("c"), captureHold("c", 90))
                .when(captureHold("c", 120))
                .expectNoEvents();
        given(open(), topUp("a", 500), placeHold("c"), captureHold("c", 90))
                .when(releaseHold("c"))
                .expectNoEvents();
        given(open(), topUp("a", 500), placeHold("c"), releaseHold("c"))
                .when(captureHold("c", 90))
                .expectNoEvents();
    }

    /** Elsewhere the end overtook the answer to the beginning (Kamailio #2143). */
    @Test
    void a_hold_released_before_it_was_placed_never_is() {
        given(open(), topUp("a", 500))
                .when(releaseHold("c"))
                .expectEvents(new HoldReleased(WALLET, call("c"), Grant.NONE, NOON));
        given(open(), topUp("a", 500), releaseHold("c")).when(placeHold("c")).expectNoEvents();
    }

    @Test
    void a_hold_that_never_was_cannot_be_captured() {
        Refusals.expect(WalletRefusal.UNKNOWN_HOLD, given(open()).when(captureHold("c", 10)));
    }

    @Test
    void a_hold_extended_after_a_rise_of_funds_keeps_the_legs_it_had() {
        given(open(), topUp("a", 500), placeHold("c"), extendHold("c", 300), topUp("b", 100))
                .when(captureHold("c", 330))
                .expectEvents(new HoldCaptured(
                        WALLET,
                        call("c"),
                        USD,
                        thenCash(cash(300), 60),
                        330,
                        cash(360).chargesAt(330),
                        NOON));
    }

    private static HoldPlaced placed(String call, Grant grant) {
        return new HoldPlaced(WALLET, call(call), terms(), grant, NOON);
    }

    private static HoldDeclined declined(String call, HoldDecline reason) {
        return new HoldDeclined(WALLET, call(call), reason, NOON);
    }
}
