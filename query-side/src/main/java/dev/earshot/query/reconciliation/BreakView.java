package dev.earshot.query.reconciliation;

import dev.earshot.api.reconciliation.BreakEvent;
import dev.earshot.api.reconciliation.BreakEvent.BreakClosed;
import dev.earshot.api.reconciliation.BreakEvent.BreakFound;
import dev.earshot.api.reconciliation.BreakEvent.BreakResolved;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.LogEntry;
import java.util.function.Consumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** Which breaks are there, and what became of them? */
@Component
@ProcessingGroup(BreakView.GROUP)
public class BreakView {
    /** The view of all that is compared, and of what came of it. */
    public static final String GROUP = "reconciliation-view";

    private final BreakRows rows;
    private final Fold<BreakState> breaks;

    BreakView(BreakRows rows) {
        this.rows = rows;
        this.breaks = new Fold<>("break_view", rows, BreakState::new);
    }

    @EventHandler
    void on(BreakFound event, LogEntry where) {
        change(event, where, found -> found.on(event));
    }

    @EventHandler
    void on(BreakClosed event, LogEntry where) {
        change(event, where, found -> found.closed(event.at()));
    }

    @EventHandler
    void on(BreakResolved event, LogEntry where) {
        change(event, where, found -> found.on(event));
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }

    private void change(BreakEvent event, LogEntry where, Consumer<BreakState> how) {
        breaks.change(event.breakId().value(), where, how);
    }
}
