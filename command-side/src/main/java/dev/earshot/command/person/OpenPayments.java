package dev.earshot.command.person;

import dev.earshot.api.card.CardPaymentEvent.CaptureRequested;
import dev.earshot.api.card.CardPaymentEvent.CardCaptured;
import dev.earshot.api.card.CardPaymentEvent.CardReceivableRaised;
import dev.earshot.api.card.CardReversalEvent.CardRefundConfirmed;
import dev.earshot.api.card.CardReversalEvent.CardRefundFailed;
import dev.earshot.api.card.CardReversalEvent.CardRefundRequested;
import dev.earshot.api.id.Id;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.person.Remains;
import dev.earshot.api.topup.TopUpEvent.DuesDeclined;
import dev.earshot.api.topup.TopUpEvent.DuesPaid;
import dev.earshot.api.topup.TopUpEvent.DuesRequested;
import dev.earshot.api.topup.TopUpEvent.PackRequested;
import dev.earshot.api.topup.TopUpEvent.RefundConfirmed;
import dev.earshot.api.topup.TopUpEvent.RefundFailed;
import dev.earshot.api.topup.TopUpEvent.RefundRequested;
import dev.earshot.api.topup.TopUpEvent.TopUpDeclined;
import dev.earshot.api.topup.TopUpEvent.TopUpMismatched;
import dev.earshot.api.topup.TopUpEvent.TopUpRequested;
import dev.earshot.api.wallet.WalletEvent.PackCredited;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Payments that were asked for and have neither come nor been declined, captures of cards, and refunds that are on their way. No aggregate knows all
 * of a wallet's, for each is a stream of its own. A row is written in the transaction of the fact, so nothing is told late.
 */
@Component
@ProcessingGroup("open-payments")
class OpenPayments {
    private final JdbcClient jdbc;

    OpenPayments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Remains of(WalletId wallet) {
        boolean any = jdbc.sql("SELECT EXISTS (SELECT FROM open_payment WHERE wallet_id = ?)")
                .param(wallet.value())
                .query(Boolean.class)
                .single();
        return new Remains(false, false, any, List.of(), false);
    }

    @EventHandler
    void on(TopUpRequested event) {
        open(event.topUpId(), event.walletId());
    }

    @EventHandler
    void on(PackRequested event) {
        open(event.topUpId(), event.walletId());
    }

    @EventHandler
    void on(DuesRequested event) {
        open(event.topUpId(), event.walletId());
    }

    @EventHandler
    void on(RefundRequested event) {
        open(event.refundId(), event.walletId());
    }

    /** What a card is asked for is on its way until it has paid, or it is owed. */
    @EventHandler
    void on(CaptureRequested event) {
        open(event.cardPaymentId(), WalletId.of(event.parties().memberId()));
    }

    @EventHandler
    void on(CardRefundRequested event) {
        open(event.refundId(), WalletId.of(event.parties().memberId()));
    }

    /** What is paid is on its way until it is in the wallet. */
    @EventHandler
    void on(TopUpCredited event) {
        close(event.topUpId());
    }

    @EventHandler
    void on(PackCredited event) {
        close(event.topUpId());
    }

    @EventHandler
    void on(DuesPaid event) {
        close(event.topUpId());
    }

    @EventHandler
    void on(TopUpDeclined event) {
        close(event.topUpId());
    }

    @EventHandler
    void on(DuesDeclined event) {
        close(event.topUpId());
    }

    /** Finance looks after it, whoever the payer was. */
    @EventHandler
    void on(TopUpMismatched event) {
        close(event.topUpId());
    }

    @EventHandler
    void on(RefundConfirmed event) {
        close(event.refundId());
    }

    @EventHandler
    void on(RefundFailed event) {
        close(event.refundId());
    }

    @EventHandler
    void on(CardCaptured event) {
        close(event.cardPaymentId());
    }

    /** From now on the debt stands in the way. */
    @EventHandler
    void on(CardReceivableRaised event) {
        close(event.cardPaymentId());
    }

    @EventHandler
    void on(CardRefundConfirmed event) {
        close(event.refundId());
    }

    @EventHandler
    void on(CardRefundFailed event) {
        close(event.refundId());
    }

    private void open(Id payment, WalletId wallet) {
        jdbc.sql("INSERT INTO open_payment (reference, wallet_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(payment.value(), wallet.value())
                .update();
    }

    private void close(Id payment) {
        jdbc.sql("DELETE FROM open_payment WHERE reference = ?")
                .param(payment.value())
                .update();
    }
}
