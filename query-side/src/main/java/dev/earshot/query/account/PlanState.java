package dev.earshot.query.account;

import dev.earshot.api.account.AccountEvent.OverflowChosen;
import dev.earshot.api.account.AccountEvent.TimeZoneChosen;
import dev.earshot.api.account.AccountEvent.VersionAssigned;
import dev.earshot.api.account.AccountEvent.VersionMoved;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.query.fold.Folded;

/** How the future calls of one account are paid, as its events have left it. */
final class PlanState extends Folded {
    final String accountId;
    PlanVersion version = PlanVersion.PAY_PER_MINUTE;
    boolean cashOverflow;
    String zone; // Absent while none was chosen.

    PlanState(String accountId) {
        this(accountId, 0);
    }

    PlanState(String accountId, long position) {
        super(position);
        this.accountId = accountId;
    }

    void on(VersionAssigned event) {
        version = event.version();
    }

    void on(VersionMoved event) {
        version = event.to();
    }

    void on(TimeZoneChosen event) {
        zone = event.zone().getId();
    }

    /** Where somebody lives tells about them. */
    void forget() {
        zone = null;
    }

    void on(OverflowChosen event) {
        cashOverflow = event.cash();
    }
}
