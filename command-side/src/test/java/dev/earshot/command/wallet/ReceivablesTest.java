package dev.earshot.command.wallet;

import static dev.earshot.command.wallet.WalletStory.NOON;
import static dev.earshot.command.wallet.WalletStory.WALLET;
import static dev.earshot.command.wallet.WalletStory.call;
import static dev.earshot.command.wallet.WalletStory.captureHold;
import static dev.earshot.command.wallet.WalletStory.given;
import static dev.earshot.command.wallet.WalletStory.open;
import static dev.earshot.command.wallet.WalletStory.placeHold;
import static dev.earshot.command.wallet.WalletStory.topUp;
import static dev.earshot.command.wallet.WalletStory.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.wallet.HoldDecline;
import dev.earshot.api.wallet.WalletCommand.RaiseReceivable;
import dev.earshot.api.wallet.WalletEvent.HoldDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.ReceivablePaid;
import dev.earshot.api.wallet.WalletEvent.ReceivableRaised;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import dev.earshot.api.wallet.WalletRefusal;
import dev.earshot.command.Live;
import dev.earshot.command.Refusals;
import dev.earshot.command.Snapshots;
import org.junit.jupiter.api.Test;

/** What a member owes: it blocks new calls, touches no running one, and is paid first. */
class ReceivablesTest {
    @Test
    void a_debt_is_raised_once() {
        given(open()).when(owe("pay_1", 300)).expectEvents(new ReceivableRaised(WALLET, "pay_1", usd(300), NOON));
        given(open(), owe("pay_1", 300)).when(owe("pay_1", 300)).expectNoEvents();
    }

    @Test
    void a_debt_that_was_paid_is_not_raised_again() {
        given(open(), owe("pay_1", 300), topUp("a", 300))
                .when(owe("pay_1", 300))
                .expectNoEvents();
    }

    @Test
    void nobody_who_owes_is_granted_a_call() {
        given(open(), owe("pay_1", 300), topUp("a", 299))
                .when(placeHold("b"))
                .expectEvents(new HoldDeclined(WALLET, call("b"), HoldDecline.RECEIVABLE_OPEN, NOON));
    }

    @Test
    void money_that_is_there_pays_at_once() {
        given(open(), topUp("a", 200))
                .when(owe("pay_1", 300))
                .expectEvents(
                        new ReceivableRaised(WALLET, "pay_1", usd(300), NOON),
                        new ReceivablePaid(WALLET, "pay_1", usd(200), NOON));
    }

    @Test
    void the_next_money_pays_the_oldest_debt_first_and_the_rest_is_the_members() {
        given(open(), owe("pay_1", 300), owe("pay_2", 100))
                .when(topUp("a", 350))
                .expectEvents(
                        new TopUpCredited(WALLET, new TopUpId("top_a"), usd(350), NOON),
                        new ReceivablePaid(WALLET, "pay_1", usd(300), NOON),
                        new ReceivablePaid(WALLET, "pay_2", usd(50), NOON));
    }

    @Test
    void whoever_has_paid_may_call_again() {
        Live<Wallet> wallet = new Live<>(Wallet.class, new Wallet());
        wallet.send(open());
        wallet.send(owe("pay_1", 300));
        wallet.send(topUp("a", 800));
        assertThat(wallet.send(placeHold("b"))).singleElement().isInstanceOf(HoldPlaced.class);
    }

    @Test
    void a_running_call_keeps_what_it_was_granted_and_its_change_pays_the_debt() {
        Live<Wallet> wallet = new Live<>(Wallet.class, new Wallet());
        wallet.send(open());
        wallet.send(topUp("a", 500));
        wallet.send(placeHold("b"));
        assertThat(wallet.send(owe("pay_1", 450)))
                .containsExactly(new ReceivableRaised(WALLET, "pay_1", usd(450), NOON));
        assertThat(wallet.send(captureHold("b", 120)))
                .last()
                .isEqualTo(new ReceivablePaid(WALLET, "pay_1", usd(300), NOON));
    }

    @Test
    void nobody_owes_nothing_or_in_another_currency() {
        Refusals.expect(WalletRefusal.AMOUNT_OUT_OF_RANGE, given(open()).when(owe("pay_1", 0)));
        Refusals.expect(
                WalletRefusal.CURRENCY_MISMATCH,
                given(open()).when(new RaiseReceivable(WALLET, "pay_1", Money.of(1, "INR"), NOON)));
        Refusals.expect(WalletRefusal.WALLET_UNKNOWN, given(placeHold("c")).when(owe("pay_1", 300)));
    }

    @Test
    void a_snapshot_keeps_debts_in_their_order() {
        Live<Wallet> wallet = new Live<>(Wallet.class, new Wallet());
        wallet.send(open());
        wallet.send(owe("pay_2", 300));
        wallet.send(owe("pay_1", 300));
        Snapshots.expectToKeep(wallet.root());
    }

    private static RaiseReceivable owe(String reference, long minor) {
        return new RaiseReceivable(WALLET, reference, usd(minor), NOON);
    }
}
