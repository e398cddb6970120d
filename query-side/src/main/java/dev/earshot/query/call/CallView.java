package dev.earshot.query.call;

import dev.earshot.api.call.CallEvent.CallAccepted;
import dev.earshot.api.call.CallEvent.CallAdmitted;
import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.CallEvent.CallExtended;
import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.call.CallEvent.CallRequested;
import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.card.CardReversalEvent.CardPaymentReversed;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.LogEntry;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** Where does a call stand, and what did it come to? */
@Component
@ProcessingGroup("call-view")
class CallView {
    private final CallRows rows;
    private final Fold<CallState> calls;

    CallView(CallRows rows) {
        this.rows = rows;
        this.calls = new Fold<>("call_view", rows, CallState::new);
    }

    @EventHandler
    void on(CallRequested event, LogEntry entry) {
        calls.change(event.callId().value(), entry, call -> call.on(event));
    }

    @EventHandler
    void on(CallAdmitted event, LogEntry entry) {
        calls.change(event.callId().value(), entry, call -> call.on(event));
    }

    @EventHandler
    void on(CallRefused event, LogEntry entry) {
        calls.change(event.callId().value(), entry, call -> call.on(event));
    }

    @EventHandler
    void on(CallAccepted event, LogEntry entry) {
        calls.change(event.callId().value(), entry, call -> call.on(event));
    }

    @EventHandler
    void on(CallConnected event, LogEntry entry) {
        calls.change(event.callId().value(), entry, call -> call.on(event));
    }

    @EventHandler
    void on(CallExtended event, LogEntry entry) {
        calls.change(event.callId().value(), entry, call -> call.on(event));
    }

    @EventHandler
    void on(CallEnded event, LogEntry entry) {
        calls.change(event.callId().value(), entry, call -> call.on(event));
    }

    @EventHandler
    void on(HoldCaptured event, LogEntry entry) {
        calls.change(event.callId().value(), entry, call -> call.on(event));
    }

    @EventHandler
    void on(HoldReleased event, LogEntry entry) {
        calls.change(event.callId().value(), entry, call -> call.on(event));
    }

    @EventHandler
    void on(CardPaymentEvent event, LogEntry entry) {
        calls.change(event.callId().value(), entry, call -> call.on(event));
    }

    @EventHandler
    void on(CardPaymentReversed event, LogEntry entry) {
        calls.change(event.callId().value(), entry, call -> call.on(event));
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
