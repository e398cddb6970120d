package dev.earshot.command.wallet;

import static dev.earshot.command.wallet.WalletStory.NOON;
import static dev.earshot.command.wallet.WalletStory.WALLET;
import static dev.earshot.command.wallet.WalletStory.captureHold;
import static dev.earshot.command.wallet.WalletStory.given;
import static dev.earshot.command.wallet.WalletStory.momentPack;
import static dev.earshot.command.wallet.WalletStory.moments;
import static dev.earshot.command.wallet.WalletStory.open;
import static dev.earshot.command.wallet.WalletStory.placeHold;
import static dev.earshot.command.wallet.WalletStory.placeHoldUnder;
import static dev.earshot.command.wallet.WalletStory.tokenPack;
import static dev.earshot.command.wallet.WalletStory.tokenTerms;
import static dev.earshot.command.wallet.WalletStory.tokens;
import static dev.earshot.command.wallet.WalletStory.topUp;
import static dev.earshot.command.wallet.WalletStory.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.wallet.WalletCommand;
import dev.earshot.api.wallet.WalletCommand.CreditPack;
import dev.earshot.api.wallet.WalletCommand.ReversePack;
import dev.earshot.api.wallet.WalletCommand.ReverseTopUp;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.api.wallet.WalletEvent.CashGivenBack;
import dev.earshot.api.wallet.WalletEvent.CashTakenBack;
import dev.earshot.api.wallet.WalletEvent.PackGivenBack;
import dev.earshot.api.wallet.WalletEvent.PackTakenBack;
import dev.earshot.api.wallet.WalletEvent.PaymentReversed;
import dev.earshot.api.wallet.WalletEvent.ReceivableCancelled;
import dev.earshot.api.wallet.WalletEvent.ReceivablePaid;
import dev.earshot.api.wallet.WalletEvent.ReceivableRaised;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import dev.earshot.api.wallet.WalletRefusal;
import dev.earshot.command.Live;
import dev.earshot.command.Refusals;
import dev.earshot.command.Snapshots;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A payment goes back: what is unspent is taken, what is spent is owed, and what was won is the member's again. */
class ReversalTest {
    private static final TopUpId A = new TopUpId("top_a");
    private static final String OWED = A.value();

    @Test
    void unspent_money_is_taken() {
        given(open(), topUp("a", 500))
                .when(back(500, 200, 1))
                .expectEvents(reversed(200, 1), new CashTakenBack(WALLET, A, usd(200), NOON));
    }

    /** Elsewhere what was spent already was clamped in silence (eliza #10938). */
    @Test
    void spent_money_is_owed() {
        given(open(), topUp("a", 500), placeHold("c"), captureHold("c", 240))
                .when(back(500, 500, 1))
                .expectEvents(
                        reversed(500, 1),
                        new ReceivableRaised(WALLET, OWED, usd(400), NOON),
                        new CashTakenBack(WALLET, A, usd(100), NOON));
    }

    /** Elsewhere money moved out while it was set aside for a call (ASTPP #145). */
    @Test
    void what_a_running_call_has_set_aside_is_not_taken() {
        given(open(), topUp("a", 500), placeHold("c"))
                .when(back(500, 500, 1))
                .expectEvents(reversed(500, 1), new ReceivableRaised(WALLET, OWED, usd(500), NOON));
    }

    @Test
    void the_same_again_and_what_is_overtaken_change_nothing() {
        given(open(), topUp("a", 500), back(500, 200, 2))
                .when(back(500, 200, 2))
                .expectNoEvents();
        given(open(), topUp("a", 500), back(500, 200, 2))
                .when(back(500, 500, 1))
                .expectNoEvents();
    }

    @Test
    void more_takes_only_the_difference() {
        given(open(), topUp("a", 500), back(500, 200, 1))
                .when(back(500, 500, 2))
                .expectEvents(reversed(500, 2), new CashTakenBack(WALLET, A, usd(300), NOON));
    }

    /** Elsewhere a dispute that was won gave nothing back (eliza #10997). */
    @Test
    void what_was_won_is_the_members_again() {
        given(open(), topUp("a", 500), back(500, 500, 1))
                .when(back(500, 0, 2))
                .expectEvents(reversed(0, 2), new CashGivenBack(WALLET, A, usd(500), NOON));
    }

    @Test
    void what_was_won_cancels_what_is_still_owed_and_returns_what_was_taken_and_paid() {
        Live<Wallet> wallet = told(
                open(), topUp("a", 500), placeHold("c"), captureHold("c", 240), back(500, 500, 1), topUp("b", 150));
        assertThat(wallet.send(back(500, 0, 2)))
                .containsExactly(
                        reversed(0, 2),
                        new ReceivableCancelled(WALLET, OWED, usd(250), NOON),
                        new CashGivenBack(WALLET, A, usd(250), NOON));
    }

    @Test
    void what_is_given_back_pays_other_debts_first() {
        Live<Wallet> wallet = told(open(), topUp("a", 500), back(500, 500, 1));
        wallet.send(new WalletCommand.RaiseReceivable(WALLET, "pay_1", usd(300), NOON));
        assertThat(wallet.send(back(500, 0, 2)))
                .containsExactly(
                        reversed(0, 2),
                        new CashGivenBack(WALLET, A, usd(500), NOON),
                        new ReceivablePaid(WALLET, "pay_1", usd(300), NOON));
    }

    @Test
    void a_payment_that_goes_back_before_it_was_credited_is_owed_until_then() {
        given(open(), back(500, 500, 1))
                .when(topUp("a", 500))
                .expectEvents(
                        new TopUpCredited(WALLET, A, usd(500), NOON), new ReceivablePaid(WALLET, OWED, usd(500), NOON));
    }

    @Test
    void of_a_pack_unspent_units_go_in_proportion_rounded_up() {
        given(open(), tokens("a", 100))
                .when(packBack(tokenPack(100), 500, 1)) // 500 of 999 are 50.05 tokens.
                .expectEvents(reversed(500, 1), new PackTakenBack(WALLET, A, tokenPack(100), 51, NOON));
    }

    @Test
    void of_a_pack_what_the_units_left_do_not_answer_for_is_owed() {
        given(open(), tokens("a", 100), placeHoldUnder(tokenTerms(), "c", 300, NOON), captureHold("c", 240))
                .when(packBack(tokenPack(100), 999, 1)) // The 60 tokens left are worth 599.4.
                .expectEvents(
                        reversed(999, 1),
                        new ReceivableRaised(WALLET, OWED, usd(399), NOON),
                        new PackTakenBack(WALLET, A, tokenPack(100), 60, NOON));
    }

    @Test
    void nobody_owes_more_for_one_dear_unit_than_has_gone_back() {
        Pack single = new Pack("tokens", PlanVersion.TOKENS, 1, usd(999), 0);
        given(open()).when(packBack(single, 10, 1)).expectEvents(reversed(10, 1), owed(10));
        given(open(), packBack(single, 10, 1)).when(packBack(single, 999, 2)).expectEvents(reversed(999, 2), owed(989));
    }

    /** A refund beside a dispute that was won leaves what the refund alone would have left. */
    @Test
    void of_a_pack_the_way_to_a_sum_does_not_matter() {
        Pack seven = new Pack("tokens", PlanVersion.TOKENS, 7, usd(100), 0);
        var bought = new CreditPack(WALLET, A, seven, NOON);
        given(open(), bought)
                .when(packBack(seven, 28, 1)) // 1.96 tokens
                .expectEvents(reversed(28, 1), new PackTakenBack(WALLET, A, seven, 2, NOON));
        given(open(), bought, packBack(seven, 50, 1)) // 3.5 tokens
                .when(packBack(seven, 28, 2))
                .expectEvents(reversed(28, 2), new PackGivenBack(WALLET, A, seven, 2, NOON));
    }

    @Test
    void nobody_owes_for_what_the_units_taken_answer_for() {
        Pack two = new Pack("tokens", PlanVersion.TOKENS, 2, usd(30), 0);
        var bought = new CreditPack(WALLET, A, two, NOON);
        given(open(), bought, placeHoldUnder(tokenTerms(), "c", 6, NOON), captureHold("c", 6))
                .when(packBack(two, 16, 1)) // The one token left is worth 15.
                .expectEvents(reversed(16, 1), owed(1), new PackTakenBack(WALLET, A, two, 1, NOON));
    }

    @Test
    void money_pays_for_spent_units_and_comes_back_as_money_while_units_come_back_as_units() {
        Live<Wallet> wallet = told(
                open(),
                tokens("a", 100),
                placeHoldUnder(tokenTerms(), "c", 300, NOON),
                captureHold("c", 240),
                packBack(tokenPack(100), 999, 1),
                topUp("b", 99));
        assertThat(wallet.send(packBack(tokenPack(100), 0, 2)))
                .containsExactly(
                        reversed(0, 2),
                        new ReceivableCancelled(WALLET, OWED, usd(300), NOON),
                        new PackGivenBack(WALLET, A, tokenPack(100), 60, NOON),
                        new CashGivenBack(WALLET, A, usd(99), NOON));
    }

    @Test
    void only_its_own_lot_is_taken_back_and_it_is_a_lot_again_when_it_is_won() {
        given(open(), moments("a", 60), moments("b", 60))
                .when(packBack(momentPack(60), 2999, 1))
                .expectEvents(reversed(2999, 1), new PackTakenBack(WALLET, A, momentPack(60), 60, NOON));
        given(open(), moments("a", 60), packBack(momentPack(60), 2999, 1))
                .when(packBack(momentPack(60), 0, 2))
                .expectEvents(reversed(0, 2), new PackGivenBack(WALLET, A, momentPack(60), 60, NOON));
    }

    /** A store's promotion: whatever a bank says of it, it cost nothing. */
    @Test
    void of_what_cost_nothing_nothing_is_taken() {
        Pack free = new Pack("tokens", PlanVersion.TOKENS, 100, usd(0), 0);
        given(open(), new CreditPack(WALLET, A, free, NOON))
                .when(packBack(free, 0, 1))
                .expectEvents(reversed(0, 1));
    }

    @Test
    void another_currency_and_no_wallet_are_refused() {
        var rupees = new ReverseTopUp(WALLET, A, Money.of(5, "INR"), Money.of(5, "INR"), 1, NOON);
        Refusals.expect(WalletRefusal.CURRENCY_MISMATCH, given(open()).when(rupees));
        Refusals.expect(WalletRefusal.WALLET_UNKNOWN, given(placeHold("c")).when(rupees));
    }

    @Test
    void a_snapshot_keeps_everything() {
        Live<Wallet> wallet = told(
                open(), topUp("a", 500), placeHold("c"), captureHold("c", 240), back(500, 500, 1), topUp("b", 150));
        Snapshots.expectToKeep(wallet.root());
    }

    private static Live<Wallet> told(WalletCommand... past) {
        Live<Wallet> wallet = new Live<>(Wallet.class, new Wallet());
        Stream.of(past).forEach(wallet::send);
        return wallet;
    }

    private static ReverseTopUp back(long paid, long inAll, long revision) {
        return new ReverseTopUp(WALLET, A, usd(paid), usd(inAll), revision, NOON);
    }

    private static ReversePack packBack(Pack pack, long inAll, long revision) {
        return new ReversePack(WALLET, A, pack, usd(inAll), revision, NOON);
    }

    private static WalletEvent reversed(long inAll, long revision) {
        return new PaymentReversed(WALLET, A, usd(inAll), revision, NOON);
    }

    private static WalletEvent owed(long minor) {
        return new ReceivableRaised(WALLET, OWED, usd(minor), NOON);
    }
}
