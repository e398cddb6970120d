package dev.earshot.query.wallet;

import dev.earshot.api.topup.TopUpEvent.PackPaid;
import dev.earshot.api.topup.TopUpEvent.PackRequested;
import dev.earshot.api.topup.TopUpEvent.TopUpDeclined;
import dev.earshot.api.topup.TopUpEvent.TopUpPaid;
import dev.earshot.api.topup.TopUpEvent.TopUpRequested;
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

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
