package dev.earshot.query.payout;

import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.payout.PayoutEvent.PayeeNeedsTold;
import dev.earshot.api.payout.PayoutEvent.PayeeOpened;
import dev.earshot.api.payout.PayoutEvent.PayeeSuspended;
import dev.earshot.api.payout.PayoutEvent.PayeeVerified;
import dev.earshot.api.payout.PayoutEvent.PayoutFailed;
import dev.earshot.api.payout.PayoutEvent.PayoutLost;
import dev.earshot.api.payout.PayoutEvent.PayoutPaid;
import dev.earshot.api.payout.PayoutEvent.PayoutRequested;
import dev.earshot.api.payout.PayoutEvent.PayoutReturned;
import dev.earshot.api.payout.PayoutEvent.PayoutsFrozen;
import dev.earshot.api.payout.PayoutEvent.PayoutsUnfrozen;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.LogEntry;
import java.util.function.Consumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** How far has each payout come, and where do they go? */
@Component
@ProcessingGroup("earnings-view")
class PayoutView {
    private final PayoutRows payoutRows;
    private final PayeeRows payeeRows;
    private final Fold<PayoutState> payouts;
    private final Fold<PayeeState> payees;

    PayoutView(PayoutRows payoutRows, PayeeRows payeeRows) {
        this.payoutRows = payoutRows;
        this.payeeRows = payeeRows;
        this.payouts = new Fold<>("payout_view", payoutRows, PayoutState::new);
        this.payees = new Fold<>("payee_view", payeeRows, PayeeState::new);
    }

    @EventHandler
    void on(PayoutRequested event, LogEntry entry) {
        change(event.payoutId(), entry, payout -> payout.on(event));
    }

    @EventHandler
    void on(PayoutLost event, LogEntry entry) {
        change(event.payoutId(), entry, PayoutState::lost);
    }

    @EventHandler
    void on(PayoutPaid event, LogEntry entry) {
        change(event.payoutId(), entry, payout -> payout.on(event));
    }

    @EventHandler
    void on(PayoutFailed event, LogEntry entry) {
        change(event.payoutId(), entry, payout -> payout.on(event));
    }

    @EventHandler
    void on(PayoutReturned event, LogEntry entry) {
        change(event.payoutId(), entry, payout -> payout.on(event));
    }

    @EventHandler
    void on(PayeeOpened event, LogEntry entry) {
        change(event.earningsId(), entry, payee -> payee.opened(event.method()));
    }

    @EventHandler
    void on(PayeeVerified event, LogEntry entry) {
        change(event.earningsId(), entry, payee -> payee.verified(true));
    }

    @EventHandler
    void on(PayeeSuspended event, LogEntry entry) {
        change(event.earningsId(), entry, payee -> payee.verified(false));
    }

    @EventHandler
    void on(PayeeNeedsTold event, LogEntry entry) {
        change(event.earningsId(), entry, payee -> payee.needs(event.needs()));
    }

    @EventHandler
    void on(PayoutsFrozen event, LogEntry entry) {
        change(event.earningsId(), entry, payee -> payee.frozen(true));
    }

    @EventHandler
    void on(PayoutsUnfrozen event, LogEntry entry) {
        change(event.earningsId(), entry, payee -> payee.frozen(false));
    }

    @ResetHandler
    void reset() {
        payoutRows.clear();
        payeeRows.clear();
    }

    private void change(PayoutId payoutId, LogEntry entry, Consumer<PayoutState> change) {
        payouts.change(payoutId.value(), entry, change);
    }

    private void change(EarningsId earningsId, LogEntry entry, Consumer<PayeeState> change) {
        payees.change(earningsId.listenerId().value(), entry, change);
    }
}
