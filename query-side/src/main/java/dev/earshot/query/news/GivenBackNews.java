package dev.earshot.query.news;

import dev.earshot.api.topup.TopUpEvent.DisputeLost;
import dev.earshot.api.topup.TopUpEvent.DisputeOpened;
import dev.earshot.api.topup.TopUpEvent.DisputeWon;
import dev.earshot.api.topup.TopUpEvent.DuesReversed;
import dev.earshot.api.topup.TopUpEvent.PackReversed;
import dev.earshot.api.topup.TopUpEvent.RefundConfirmed;
import dev.earshot.api.topup.TopUpEvent.RefundFailed;
import dev.earshot.api.topup.TopUpEvent.RefundRequested;
import dev.earshot.api.topup.TopUpEvent.RefundReturned;
import dev.earshot.api.topup.TopUpEvent.TopUpMismatched;
import dev.earshot.api.topup.TopUpEvent.TopUpReversed;
import dev.earshot.api.wallet.WalletEvent.CashGivenBack;
import dev.earshot.api.wallet.WalletEvent.CashTakenBack;

/** What the owner of a wallet hears of payments that go back. What was told to us in sum is told on as the change it makes. */
final class GivenBackNews {
    private static final String AMOUNT = "amount";
    private static final String PAID = "PAID";

    private GivenBackNews() {}

    static void tell(Audience audience) {
        audience.tell(
                CashTakenBack.class,
                event -> WalletNews.owner(
                        event,
                        WalletNews.wallet(event, event.at())
                                .with("topUpId", event.topUpId())
                                .with(AMOUNT, event.amount())));
        audience.tell(
                CashGivenBack.class,
                event -> WalletNews.owner(
                        event,
                        WalletNews.wallet(event, event.at())
                                .with("topUpId", event.topUpId())
                                .with(AMOUNT, event.amount())));
        audience.tell(
                TopUpMismatched.class,
                event -> WalletNews.owner(
                        event, WalletNews.topUp(event, "MISMATCHED", event.at()).with(AMOUNT, event.paid())));
        tellOfRefunds(audience);
        tellOfDisputes(audience);
        audience.tell(
                TopUpReversed.class,
                event -> WalletNews.owner(
                        event,
                        WalletNews.topUp(event, PAID, event.at())
                                .with("reversed", event.reversal().inAll())));
        audience.tell(
                DuesReversed.class,
                event -> WalletNews.owner(
                        event,
                        WalletNews.topUp(event, PAID, event.at())
                                .with("reversed", event.reversal().inAll())));
        audience.tell(
                PackReversed.class,
                event -> WalletNews.owner(
                        event,
                        WalletNews.topUp(event, PAID, event.at())
                                .with("reversed", event.reversal().inAll())));
    }

    private static void tellOfRefunds(Audience audience) {
        audience.tell(
                RefundRequested.class,
                event -> WalletNews.owner(
                        event, WalletNews.topUp(event, PAID, event.at()).with(AMOUNT, event.amount())));
        audience.tell(
                RefundConfirmed.class,
                event -> WalletNews.owner(
                        event, WalletNews.topUp(event, PAID, event.at()).with(AMOUNT, event.amount())));
        audience.tell(
                RefundFailed.class,
                event -> WalletNews.owner(
                        event, WalletNews.topUp(event, PAID, event.at()).with(AMOUNT, event.amount())));
        audience.tell(
                RefundReturned.class,
                event -> WalletNews.owner(
                        event, WalletNews.topUp(event, PAID, event.at()).with(AMOUNT, event.amount())));
    }

    private static void tellOfDisputes(Audience audience) {
        audience.tell(
                DisputeOpened.class,
                event -> WalletNews.owner(
                        event, WalletNews.topUp(event, PAID, event.at()).with(AMOUNT, event.amount())));
        audience.tell(
                DisputeWon.class,
                event -> WalletNews.owner(
                        event, WalletNews.topUp(event, PAID, event.at()).with(AMOUNT, event.amount())));
        audience.tell(
                DisputeLost.class,
                event -> WalletNews.owner(
                        event, WalletNews.topUp(event, PAID, event.at()).with(AMOUNT, event.amount())));
    }
}
