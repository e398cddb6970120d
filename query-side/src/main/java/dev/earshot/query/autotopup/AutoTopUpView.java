package dev.earshot.query.autotopup;

import dev.earshot.api.autotopup.AutoTopUpEvent;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpArmed;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpDeclined;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpPaid;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpPutOff;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpStarted;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpSuspended;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpTurnedOff;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpTurnedOn;
import dev.earshot.query.autotopup.AutoTopUpState.Status;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.LogEntry;
import java.util.function.Consumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** Is a wallet topped up by itself, how, and what is it waiting for? */
@Component
@ProcessingGroup("wallet-view")
class AutoTopUpView {
    private final AutoTopUpRows rows;
    private final Fold<AutoTopUpState> states;

    AutoTopUpView(AutoTopUpRows rows) {
        this.rows = rows;
        this.states = new Fold<>("auto_top_up_view", rows, AutoTopUpState::new);
    }

    @EventHandler
    void on(AutoTopUpTurnedOn event, LogEntry entry) {
        change(event, entry, state -> state.on(event));
    }

    @EventHandler
    void on(AutoTopUpTurnedOff event, LogEntry entry) {
        change(event, entry, state -> state.turnedOff(Status.OFF));
    }

    @EventHandler
    void on(AutoTopUpSuspended event, LogEntry entry) {
        change(event, entry, state -> state.turnedOff(Status.SUSPENDED));
    }

    @EventHandler
    void on(AutoTopUpArmed event, LogEntry entry) {
        change(event, entry, AutoTopUpState::armed);
    }

    @EventHandler
    void on(AutoTopUpPutOff event, LogEntry entry) {
        change(event, entry, state -> state.on(event));
    }

    @EventHandler
    void on(AutoTopUpStarted event, LogEntry entry) {
        change(event, entry, state -> state.on(event));
    }

    @EventHandler
    void on(AutoTopUpPaid event, LogEntry entry) {
        change(event, entry, AutoTopUpState::paid);
    }

    @EventHandler
    void on(AutoTopUpDeclined event, LogEntry entry) {
        change(event, entry, state -> state.on(event));
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }

    private void change(AutoTopUpEvent event, LogEntry entry, Consumer<AutoTopUpState> change) {
        states.change(event.autoTopUpId().walletId().value(), entry, change);
    }
}
