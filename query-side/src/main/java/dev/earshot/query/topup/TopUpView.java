package dev.earshot.query.topup;

import dev.earshot.api.topup.TopUpEvent.DisputeLost;
import dev.earshot.api.topup.TopUpEvent.DisputeOpened;
import dev.earshot.api.topup.TopUpEvent.DisputeWon;
import dev.earshot.api.topup.TopUpEvent.DuesDeclined;
import dev.earshot.api.topup.TopUpEvent.DuesPaid;
import dev.earshot.api.topup.TopUpEvent.DuesRequested;
import dev.earshot.api.topup.TopUpEvent.DuesReversed;
import dev.earshot.api.topup.TopUpEvent.PackPaid;
import dev.earshot.api.topup.TopUpEvent.PackRequested;
import dev.earshot.api.topup.TopUpEvent.PackReversed;
import dev.earshot.api.topup.TopUpEvent.RefundConfirmed;
import dev.earshot.api.topup.TopUpEvent.RefundFailed;
import dev.earshot.api.topup.TopUpEvent.RefundRequested;
import dev.earshot.api.topup.TopUpEvent.RefundReturned;
import dev.earshot.api.topup.TopUpEvent.TopUpDeclined;
import dev.earshot.api.topup.TopUpEvent.TopUpMismatched;
import dev.earshot.api.topup.TopUpEvent.TopUpPaid;
import dev.earshot.api.topup.TopUpEvent.TopUpRequested;
import dev.earshot.api.topup.TopUpEvent.TopUpReversed;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.LogEntry;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** What became of a top-up? */
@Component
@ProcessingGroup("wallet-view")
class TopUpView {
    private final TopUpRows rows;
    private final Fold<TopUpState> topUps;

    TopUpView(TopUpRows rows) {
        this.rows = rows;
        this.topUps = new Fold<>("top_up_view", rows, TopUpState::new);
    }

    @EventHandler
    void on(TopUpRequested event, LogEntry entry) {
        topUps.change(event.topUpId().value(), entry, topUp -> topUp.on(event));
    }

    @EventHandler
    void on(TopUpPaid event, LogEntry entry) {
        topUps.change(event.topUpId().value(), entry, topUp -> topUp.on(event));
    }

    @EventHandler
    void on(PackPaid event, LogEntry entry) {
        topUps.change(event.topUpId().value(), entry, topUp -> topUp.on(event));
    }

    @EventHandler
    void on(PackRequested event, LogEntry entry) {
        topUps.change(event.topUpId().value(), entry, topUp -> topUp.on(event));
    }

    @EventHandler
    void on(TopUpDeclined event, LogEntry entry) {
        topUps.change(event.topUpId().value(), entry, topUp -> topUp.on(event));
    }

    @EventHandler
    void on(TopUpMismatched event, LogEntry entry) {
        topUps.change(event.topUpId().value(), entry, topUp -> topUp.on(event));
    }

    @EventHandler
    void on(RefundRequested event, LogEntry entry) {
        topUps.change(event.topUpId().value(), entry, topUp -> topUp.on(event));
    }

    @EventHandler
    void on(RefundConfirmed event, LogEntry entry) {
        topUps.change(event.topUpId().value(), entry, topUp -> topUp.on(event));
    }

    @EventHandler
    void on(RefundFailed event, LogEntry entry) {
        topUps.change(event.topUpId().value(), entry, topUp -> topUp.on(event));
    }

    @EventHandler
    void on(RefundReturned event, LogEntry entry) {
        topUps.change(event.topUpId().value(), entry, topUp -> topUp.on(event));
    }

    @EventHandler
    void on(DisputeOpened event, LogEntry entry) {
        topUps.change(event.topUpId().value(), entry, topUp -> topUp.on(event));
    }

    @EventHandler
    void on(DisputeWon event, LogEntry entry) {
        topUps.change(event.topUpId().value(), entry, topUp -> topUp.on(event));
    }

    @EventHandler
    void on(DisputeLost event, LogEntry entry) {
        topUps.change(event.topUpId().value(), entry, topUp -> topUp.on(event));
    }

    @EventHandler
    void on(TopUpReversed event, LogEntry entry) {
        topUps.change(event.topUpId().value(), entry, topUp -> topUp.on(event));
    }

    @EventHandler
    void on(PackReversed event, LogEntry entry) {
        topUps.change(event.topUpId().value(), entry, topUp -> topUp.on(event));
    }

    @EventHandler
    void on(DuesRequested event, LogEntry entry) {
        topUps.change(event.topUpId().value(), entry, topUp -> topUp.on(event));
    }

    @EventHandler
    void on(DuesPaid event, LogEntry entry) {
        topUps.change(event.topUpId().value(), entry, topUp -> topUp.on(event));
    }

    @EventHandler
    void on(DuesDeclined event, LogEntry entry) {
        topUps.change(event.topUpId().value(), entry, topUp -> topUp.on(event));
    }

    @EventHandler
    void on(DuesReversed event, LogEntry entry) {
        topUps.change(event.topUpId().value(), entry, topUp -> topUp.on(event));
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
