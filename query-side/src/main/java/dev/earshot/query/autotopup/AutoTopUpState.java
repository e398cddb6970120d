package dev.earshot.query.autotopup;

import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpDeclined;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpPutOff;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpStarted;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpTurnedOn;
import dev.earshot.api.autotopup.PutOffReason;
import dev.earshot.api.money.Money;
import dev.earshot.query.fold.Folded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The automatic top-up of one wallet, as its events have left it. */
final class AutoTopUpState extends Folded {
    final String walletId;
    Status status = Status.OFF;
    Money threshold;
    Money amount;
    String method;
    String inFlight;
    Instant putOffUntil;
    PutOffReason putOffReason;
    String lastDeclined;
    Instant lastStartedAt;
    long timesThatDay;
    long minorThatDay;

    AutoTopUpState(String walletId) {
        this(walletId, 0);
    }

    AutoTopUpState(String walletId, long position) {
        super(position);
        this.walletId = walletId;
    }

    void on(AutoTopUpTurnedOn event) {
        status = Status.ON;
        threshold = event.threshold();
        amount = event.amount();
        method = event.method();
    }

    void on(AutoTopUpStarted event) {
        boolean sameDay = isOnDayOfLastStart(event.at());
        inFlight = event.topUpId().value();
        timesThatDay = 1 + (sameDay ? timesThatDay : 0);
        minorThatDay = event.amount().minor() + (sameDay ? minorThatDay : 0);
        lastStartedAt = event.at();
    }

    void paid() {
        inFlight = null;
        lastDeclined = null;
    }

    void on(AutoTopUpDeclined event) {
        inFlight = null;
        lastDeclined = event.topUpId().value();
    }

    void on(AutoTopUpPutOff event) {
        putOffUntil = event.until();
        putOffReason = event.reason();
    }

    void armed() {
        putOffUntil = null;
        putOffReason = null;
    }

    void turnedOff(Status how) {
        status = how;
        armed();
    }

    boolean isOnDayOfLastStart(Instant at) {
        return lastStartedAt != null && day(at).equals(day(lastStartedAt));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** Whether it happens by itself. */
    enum Status {
        OFF,
        ON,
        /** Switched off after several declined payments; only the member turns it on again. */
        SUSPENDED
    }
}
