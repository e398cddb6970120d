package dev.earshot.command.earnings;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.earshot.api.earnings.EarningsEvent;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.payout.PayoutEvent;
import dev.earshot.api.person.Remains;

/**
 * All that a listener has earned, what was taken of it, and how it leaves. Only facts change it; those who decide read
 * it.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Income {
    EarningsId id;
    Purses purses = new Purses();
    Credits credits = new Credits();
    Weeks weeks = new Weeks();

    @JsonUnwrapped
    Taken taken = new Taken();

    Payee payee = Payee.NONE;
    Payouts payouts = new Payouts();

    Remains remains() {
        return new Remains(false, purses.isOwing(), payouts.isBusy(), purses.left(), false);
    }

    /** Each part takes what concerns it from a fact. */
    void on(EarningsEvent event) {
        id = event.earningsId();
        purses.on(event);
        credits.on(event);
        weeks.on(event);
        taken.on(event);
    }

    /** Each part takes what concerns it from a fact. */
    void on(PayoutEvent event) {
        id = event.earningsId();
        purses.on(event);
        payee = payee.after(event);
        payouts.on(event);
    }
}
