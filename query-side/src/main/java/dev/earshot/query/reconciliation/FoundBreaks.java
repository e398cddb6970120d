package dev.earshot.query.reconciliation;

import dev.earshot.api.id.BreakId;
import dev.earshot.api.reconciliation.ReconciliationRefusal;
import dev.earshot.api.refusal.Refused;
import dev.earshot.query.fold.CatchUp;
import org.springframework.stereotype.Component;

/** Breaks by their names, those that were found just now too. */
@Component
class FoundBreaks {
    private final BreakRows rows;
    private final CatchUp catchUp;

    FoundBreaks(BreakRows rows, CatchUp catchUp) {
        this.rows = rows;
        this.catchUp = catchUp;
    }

    BreakState known(BreakId breakId) throws Refused {
        return catchUp.find(BreakView.GROUP, () -> rows.find(breakId.value()))
                .orElseThrow(() -> ReconciliationRefusal.BREAK_UNKNOWN.of("there is no break %s", breakId));
    }
}
