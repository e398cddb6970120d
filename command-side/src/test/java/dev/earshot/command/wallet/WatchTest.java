package dev.earshot.command.wallet;

import static dev.earshot.command.wallet.WalletStory.NOON;
import static dev.earshot.command.wallet.WalletStory.WALLET;
import static dev.earshot.command.wallet.WalletStory.captureHold;
import static dev.earshot.command.wallet.WalletStory.given;
import static dev.earshot.command.wallet.WalletStory.open;
import static dev.earshot.command.wallet.WalletStory.placeHold;
import static dev.earshot.command.wallet.WalletStory.topUp;
import static dev.earshot.command.wallet.WalletStory.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.money.Money;
import dev.earshot.api.wallet.WalletCommand;
import dev.earshot.api.wallet.WalletCommand.ExtendHold;
import dev.earshot.api.wallet.WalletCommand.RaiseReceivable;
import dev.earshot.api.wallet.WalletCommand.WatchBalance;
import dev.earshot.api.wallet.WalletEvent.BalanceLow;
import dev.earshot.api.wallet.WalletEvent.BalanceWatched;
import dev.earshot.api.wallet.WalletRefusal;
import dev.earshot.command.Live;
import dev.earshot.command.Refusals;
import dev.earshot.command.Snapshots;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who watches the balance is told once when it gets low, and nobody else hears of it. Calls cost 100 a minute here. */
class WatchTest {
    private final Live<Wallet> wallet = new Live<>(Wallet.class, new Wallet());

    @BeforeEach
    void open_a_wallet() {
        wallet.send(open());
        wallet.send(topUp("a", 1_200));
    }

    @Test
    void whoever_watches_a_low_balance_is_told_at_once() {
        given(open(), topUp("a", 499))
                .when(watch(500))
                .expectEvents(new BalanceWatched(WALLET, usd(500), NOON), low(499, 500));
        given(open(), topUp("a", 500)).when(watch(500)).expectEvents(new BalanceWatched(WALLET, usd(500), NOON));
    }

    @Test
    void asking_again_before_the_wallet_has_spoken_changes_nothing() {
        given(open(), topUp("a", 500), watch(500)).when(watch(500)).expectNoEvents();
    }

    @Test
    void whoever_wants_to_hear_it_again_asks_again() {
        assertThat(wallet.send(watch(2_000))).endsWith(low(1_200, 2_000));
        assertThat(wallet.send(owe(100))).noneMatch(BalanceLow.class::isInstance);
        assertThat(wallet.send(watch(2_000))).endsWith(low(1_100, 2_000));
    }

    @Test
    void the_threshold_that_was_asked_for_last_is_the_one_that_counts() {
        wallet.send(watch(1_000));
        wallet.send(watch(100));
        assertThat(wallet.send(owe(700))).noneMatch(BalanceLow.class::isInstance);
    }

    /** Else a call that merely rings would have money taken from the member's card. */
    @Test
    void what_a_call_sets_aside_is_left_until_it_asks_for_more() {
        wallet.send(watch(1_000));
        assertThat(wallet.send(placeHold("c", 300, 60))).noneMatch(BalanceLow.class::isInstance);
        assertThat(wallet.send(extend(300, 300))).endsWith(low(700, 1_000));
    }

    @Test
    void a_call_that_starves_has_used_up_all_it_was_granted() {
        wallet.send(watch(100));
        wallet.send(placeHold("c", 720, 60));
        assertThat(wallet.send(extend(720, 300))).endsWith(low(0, 100));
    }

    @Test
    void what_a_call_has_paid_is_not_counted_twice() {
        wallet.send(watch(700));
        wallet.send(placeHold("c", 300, 60));
        assertThat(wallet.send(extend(300, 300))).noneMatch(BalanceLow.class::isInstance);
        assertThat(wallet.send(captureHold("c", 300))).noneMatch(BalanceLow.class::isInstance);
    }

    @Test
    void a_debt_that_takes_the_rest_is_told() {
        wallet.send(watch(1_000));
        assertThat(wallet.send(owe(700))).endsWith(low(500, 1_000));
    }

    /** A wallet without automatic top-up says what it always said. */
    @Test
    void nobody_is_told_who_did_not_ask() {
        List<WalletCommand> life =
                List.of(placeHold("c", 300, 60), extend(300, 300), extend(600, 300), captureHold("c", 700), owe(700));
        life.forEach(command -> assertThat(wallet.send(command)).noneMatch(BalanceLow.class::isInstance));
    }

    @Test
    void only_an_own_currency_is_watched() {
        Refusals.expect(
                WalletRefusal.CURRENCY_MISMATCH,
                given(open()).when(new WatchBalance(WALLET, Money.of(500, "INR"), NOON)));
    }

    @Test
    void a_snapshot_keeps_the_watch_and_an_older_one_had_none() {
        Snapshots.expectToReadWithout(wallet.root(), "watch");
        wallet.send(watch(100));
        wallet.send(placeHold("c", 300, 60));
        wallet.send(extend(300, 300));
        Snapshots.expectToKeep(wallet.root());
    }

    private static WatchBalance watch(long minor) {
        return new WatchBalance(WALLET, usd(minor), NOON);
    }

    private static BalanceLow low(long left, long threshold) {
        return new BalanceLow(WALLET, usd(left), usd(threshold), NOON);
    }

    private static ExtendHold extend(long granted, long wanted) {
        return new ExtendHold(WALLET, WalletStory.call("c"), granted, wanted, NOON);
    }

    private static RaiseReceivable owe(long minor) {
        return new RaiseReceivable(WALLET, "pay_" + minor, usd(minor), NOON);
    }
}
