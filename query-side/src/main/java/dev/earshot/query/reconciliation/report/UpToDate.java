package dev.earshot.query.reconciliation.report;

import dev.earshot.platform.log.head.LogHead;
import dev.earshot.query.fold.Positions;
import dev.earshot.query.reconciliation.BreakView;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Our own books are compared only when they know all that is in the log: half of them would contradict everybody. */
@Component
class UpToDate {
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Positions positions;
    private final LogHead head;
    private final ReportSettings settings;

    UpToDate(Positions positions, LogHead head, ReportSettings settings) {
        this.positions = positions;
        this.head = head;
        this.settings = settings;
    }

    /** Waits for what is in the log now. Fails when that takes too long, as while the view is rebuilt; then it is tried again. */
    void await() {
        long known = head.position();
        long end = System.nanoTime() + settings.catchUp().toNanos();
        while (positions.of(BreakView.GROUP) < known) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("our own books are not up to date yet");
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }
}
