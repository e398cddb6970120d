package dev.earshot.command.wallet;

import static dev.earshot.command.wallet.WalletStory.NOON;
import static dev.earshot.command.wallet.WalletStory.WALLET;
import static dev.earshot.command.wallet.WalletStory.call;
import static dev.earshot.command.wallet.WalletStory.given;
import static dev.earshot.command.wallet.WalletStory.open;
import static dev.earshot.command.wallet.WalletStory.placeHold;
import static dev.earshot.command.wallet.WalletStory.topUp;
import static dev.earshot.command.wallet.WalletStory.usd;

import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.wallet.HoldDecline;
import dev.earshot.api.wallet.WalletCommand.OweForCard;
import dev.earshot.api.wallet.WalletEvent.CardDebtChanged;
import dev.earshot.api.wallet.WalletEvent.DebtGivenBack;
import dev.earshot.api.wallet.WalletEvent.HoldDeclined;
import dev.earshot.api.wallet.WalletEvent.ReceivableCancelled;
import dev.earshot.api.wallet.WalletEvent.ReceivablePaid;
import dev.earshot.api.wallet.WalletEvent.ReceivableRaised;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import org.junit.jupiter.api.Test;

/** What a cardholder's bank has taken back of a call is owed, as long as it has it. */
class CardDebtTest {
    private static final CardPaymentId PAYMENT = CardPaymentId.of(call("x"), 1);
    private static final String REFERENCE = PAYMENT.value();

    @Test
    void what_the_bank_has_taken_is_owed_and_blocks_new_calls() {
        given(open())
                .when(owe(300, 1))
                .expectEvents(changed(300, 1), new ReceivableRaised(WALLET, REFERENCE, usd(300), NOON));
        given(open(), owe(300, 1))
                .when(placeHold("b"))
                .expectEvents(new HoldDeclined(WALLET, call("b"), HoldDecline.RECEIVABLE_OPEN, NOON));
    }

    @Test
    void what_is_told_twice_or_was_overtaken_changes_nothing() {
        given(open(), owe(300, 1)).when(owe(300, 1)).expectNoEvents();
        given(open(), owe(0, 2)).when(owe(300, 1)).expectNoEvents();
    }

    @Test
    void a_won_dispute_cancels_what_is_still_owed() {
        given(open(), owe(300, 1))
                .when(owe(0, 2))
                .expectEvents(changed(0, 2), new ReceivableCancelled(WALLET, REFERENCE, usd(300), NOON));
    }

    @Test
    void what_money_had_paid_of_it_is_the_members_again() {
        given(open(), topUp("a", 200), owe(300, 1))
                .when(owe(50, 2))
                .expectEvents(
                        changed(50, 2),
                        new ReceivableCancelled(WALLET, REFERENCE, usd(100), NOON),
                        new DebtGivenBack(WALLET, REFERENCE, usd(150), NOON));
    }

    @Test
    void it_is_owed_anew_by_as_much_as_the_bank_takes_more() {
        given(open(), topUp("a", 200), owe(300, 1), owe(0, 2))
                .when(owe(500, 3))
                .expectEvents(
                        changed(500, 3),
                        new ReceivableRaised(WALLET, REFERENCE, usd(500), NOON),
                        new ReceivablePaid(WALLET, REFERENCE, usd(200), NOON));
    }

    @Test
    void the_next_money_pays_it_first() {
        given(open(), owe(300, 1))
                .when(topUp("a", 500))
                .expectEvents(
                        new TopUpCredited(WALLET, new TopUpId("top_a"), usd(500), NOON),
                        new ReceivablePaid(WALLET, REFERENCE, usd(300), NOON));
    }

    private static OweForCard owe(long inAll, long revision) {
        return new OweForCard(WALLET, PAYMENT, usd(inAll), revision, NOON);
    }

    private static CardDebtChanged changed(long inAll, long revision) {
        return new CardDebtChanged(WALLET, PAYMENT, usd(inAll), revision, NOON);
    }
}
