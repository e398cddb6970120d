package dev.earshot.query.lab.tape;

import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.call.CallEvent.CallRequested;
import dev.earshot.api.wallet.WalletEvent.AllowanceAgreed;
import dev.earshot.api.wallet.WalletEvent.AllowanceGranted;
import dev.earshot.api.wallet.WalletEvent.AllowanceLapsed;
import dev.earshot.api.wallet.WalletEvent.CardDebtChanged;
import dev.earshot.api.wallet.WalletEvent.CardLent;
import dev.earshot.api.wallet.WalletEvent.DayZoneSet;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldExtensionDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import dev.earshot.api.wallet.WalletEvent.PackCredited;
import dev.earshot.api.wallet.WalletEvent.PackExpired;
import dev.earshot.api.wallet.WalletEvent.PaymentReversed;
import dev.earshot.api.wallet.WalletEvent.PromoExpired;
import dev.earshot.api.wallet.WalletEvent.PromoGranted;
import dev.earshot.api.wallet.WalletEvent.ReceivableRaised;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import dev.earshot.api.wallet.WalletEvent.WalletOpened;
import dev.earshot.query.fold.Batch;
import dev.earshot.query.fold.LogEntry;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/**
 * What has to be played again to know what a wallet went through? Whatever came to it from outside, and of each call the
 * moments at which its billing turned to the wallet. What a wallet makes of it follows, and is not kept.
 */
@Component
@ProcessingGroup("lab-view")
class LabView {
    private final TapeRows rows;
    private final Batch<Note> notes;

    LabView(TapeRows rows) {
        this.rows = rows;
        this.notes = new Batch<>("lab_tape", rows::fold);
    }

    @EventHandler
    void on(CallRequested event, LogEntry entry) {
        note(event, entry);
    }

    @EventHandler
    void on(CallConnected event, LogEntry entry) {
        note(event, entry);
    }

    @EventHandler
    void on(CallRefused event, LogEntry entry) {
        note(event, entry);
    }

    @EventHandler
    void on(CallEnded event, LogEntry entry) {
        note(event, entry);
    }

    @EventHandler
    void on(HoldPlaced event, LogEntry entry) {
        note(event, entry);
    }

    @EventHandler
    void on(HoldDeclined event, LogEntry entry) {
        note(event, entry);
    }

    @EventHandler
    void on(HoldExtended event, LogEntry entry) {
        note(event, entry);
    }

    @EventHandler
    void on(HoldExtensionDeclined event, LogEntry entry) {
        note(event, entry);
    }

    @EventHandler
    void on(HoldCaptured event, LogEntry entry) {
        note(event, entry);
    }

    @EventHandler
    void on(HoldReleased event, LogEntry entry) {
        note(event, entry);
    }

    @EventHandler
    void on(WalletOpened event, LogEntry entry) {
        note(event, entry);
    }

    @EventHandler
    void on(TopUpCredited event, LogEntry entry) {
        note(event, entry);
    }

    @EventHandler
    void on(PackCredited event, LogEntry entry) {
        note(event, entry);
    }

    @EventHandler
    void on(PromoGranted event, LogEntry entry) {
        note(event, entry);
    }

    @EventHandler
    void on(PaymentReversed event, LogEntry entry) {
        note(event, entry);
    }

    @EventHandler
    void on(CardDebtChanged event, LogEntry entry) {
        note(event, entry);
    }

    @EventHandler
    void on(ReceivableRaised event, LogEntry entry) {
        note(event, entry);
    }

    @EventHandler
    void on(CardLent event, LogEntry entry) {
        note(event, entry);
    }

    @EventHandler
    void on(AllowanceAgreed event, LogEntry entry) {
        note(event, entry);
    }

    @EventHandler
    void on(DayZoneSet event, LogEntry entry) {
        note(event, entry);
    }

    @EventHandler
    void on(AllowanceGranted event, LogEntry entry) {
        note(event, entry);
    }

    @EventHandler
    void on(PromoExpired event, LogEntry entry) {
        note(event, entry);
    }

    @EventHandler
    void on(PackExpired event, LogEntry entry) {
        note(event, entry);
    }

    @EventHandler
    void on(AllowanceLapsed event, LogEntry entry) {
        note(event, entry);
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }

    private void note(Object event, LogEntry entry) {
        notes.add(new Note(entry.position(), event));
    }
}
