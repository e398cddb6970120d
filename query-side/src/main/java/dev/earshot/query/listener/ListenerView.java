package dev.earshot.query.listener;

import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.CallEvent.CallRated;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.listener.ListenerEvent.ProfilePublished;
import dev.earshot.api.payout.PayoutEvent.PayeeOpened;
import dev.earshot.api.payout.PayoutEvent.PayeeSuspended;
import dev.earshot.api.payout.PayoutEvent.PayeeVerified;
import dev.earshot.api.payout.PayoutEvent.PayoutsFrozen;
import dev.earshot.api.payout.PayoutEvent.PayoutsUnfrozen;
import dev.earshot.api.person.PersonEvent.AccountErased;
import dev.earshot.api.presence.PresenceEvent.ListenerDisengaged;
import dev.earshot.api.presence.PresenceEvent.ListenerEngaged;
import dev.earshot.api.presence.PresenceEvent.ListenerLapsed;
import dev.earshot.api.presence.PresenceEvent.ListenerWentLive;
import dev.earshot.api.presence.PresenceEvent.ListenerWentOffline;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.LogEntry;
import java.util.function.Consumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** Whom can a member call, and how good are they? */
@Component
@ProcessingGroup("listener-view")
class ListenerView {
    private final ListenerRows rows;
    private final Fold<ListenerState> listeners;

    ListenerView(ListenerRows rows) {
        this.rows = rows;
        this.listeners = new Fold<>("listener_view", rows, ListenerState::new);
    }

    @EventHandler
    void on(ProfilePublished event, LogEntry entry) {
        change(event.listenerId(), entry, listener -> listener.on(event));
    }

    @EventHandler
    void on(ListenerWentLive event, LogEntry entry) {
        change(event.presenceId().listenerId(), entry, ListenerState::wentLive);
    }

    @EventHandler
    void on(ListenerWentOffline event, LogEntry entry) {
        change(event.presenceId().listenerId(), entry, ListenerState::wentOffline);
    }

    @EventHandler
    void on(ListenerLapsed event, LogEntry entry) {
        change(event.presenceId().listenerId(), entry, ListenerState::wentOffline);
    }

    @EventHandler
    void on(ListenerEngaged event, LogEntry entry) {
        change(event.presenceId().listenerId(), entry, listener -> listener.on(event));
    }

    @EventHandler
    void on(ListenerDisengaged event, LogEntry entry) {
        change(event.presenceId().listenerId(), entry, listener -> listener.on(event));
    }

    @EventHandler
    void on(CallConnected event, LogEntry entry) {
        change(event.parties().listenerId(), entry, ListenerState::tookCall);
    }

    @EventHandler
    void on(CallRated event, LogEntry entry) {
        change(event.parties().listenerId(), entry, listener -> listener.on(event));
    }

    @EventHandler
    void on(PayeeOpened event, LogEntry entry) {
        change(event.earningsId().listenerId(), entry, listener -> listener.vouchedFor = false);
    }

    @EventHandler
    void on(PayeeVerified event, LogEntry entry) {
        change(event.earningsId().listenerId(), entry, listener -> listener.vouchedFor = true);
    }

    @EventHandler
    void on(PayeeSuspended event, LogEntry entry) {
        change(event.earningsId().listenerId(), entry, listener -> listener.vouchedFor = false);
    }

    @EventHandler
    void on(PayoutsFrozen event, LogEntry entry) {
        change(event.earningsId().listenerId(), entry, listener -> listener.frozen = true);
    }

    @EventHandler
    void on(PayoutsUnfrozen event, LogEntry entry) {
        change(event.earningsId().listenerId(), entry, listener -> listener.frozen = false);
    }

    /** The row stays, for calls and ratings of the past may yet be told; nobody finds it. */
    @EventHandler
    void on(AccountErased event, LogEntry entry) {
        change(ListenerId.of(event.accountId()), entry, ListenerState::left);
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }

    private void change(ListenerId listenerId, LogEntry entry, Consumer<ListenerState> change) {
        listeners.change(listenerId.value(), entry, change);
    }
}
