package dev.earshot.query.earnings;

import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.LogEntry;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** What has a listener earned, call by call? */
@Component
@ProcessingGroup("earnings-view")
class EarningsView {
    private final EarningsRows rows;
    private final Fold<EarningsState> listeners;

    EarningsView(EarningsRows rows) {
        this.rows = rows;
        this.listeners = new Fold<>("earnings_view", rows, EarningsState::new);
    }

    @EventHandler
    void on(EarningsCredited event, LogEntry entry) {
        listeners.change(event.earningsId().listenerId().value(), entry, listener -> listener.on(event));
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
