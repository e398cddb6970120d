package dev.earshot.saga.earnings;

import dev.earshot.api.earnings.EarningsEvent.BonusCredited;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.earnings.EarningsEvent.EarningsMatured;
import dev.earshot.api.payout.PayoutEvent.PayeeOpened;
import dev.earshot.api.payout.PayoutEvent.PayeeSuspended;
import dev.earshot.api.payout.PayoutEvent.PayeeVerified;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Notes what will be due, and forgets what was done. {@link DueRounds} looks it up when its day has come. */
@Component
@ProcessingGroup("earnings-calendar")
@DisallowReplay
class EarningsCalendar {
    private final CalendarRows rows;
    private final CalendarSettings settings;

    EarningsCalendar(CalendarRows rows, CalendarSettings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    @EventHandler
    void on(EarningsCredited event) {
        rows.credited(event.earningsId(), event.at());
    }

    @EventHandler
    void on(BonusCredited event) {
        rows.credited(event.earningsId(), event.at());
    }

    @EventHandler
    void on(EarningsMatured event) {
        rows.matured(event.earningsId(), event.creditedUntil());
    }

    @EventHandler
    void on(PayeeVerified event) {
        if (settings.payEvery().isZero()) {
            return;
        }
        rows.payAt(event.earningsId(), event.at().plus(settings.payEvery()));
    }

    @EventHandler
    void on(PayeeOpened event) {
        rows.payNever(event.earningsId());
    }

    @EventHandler
    void on(PayeeSuspended event) {
        rows.payNever(event.earningsId());
    }
}
