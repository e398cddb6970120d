package dev.earshot.query.audit;

import dev.earshot.query.audit.chain.BlockRows;
import dev.earshot.query.audit.chain.Linker;
import dev.earshot.query.audit.checkpoint.Courier;
import dev.earshot.query.audit.checkpoint.Notary;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signs what no checkpoint covers when a node stops. Without it the last minute before a stop could be cut off unseen, for as long as nothing runs. */
@Component
@WhereTheLogIs
class LastCheckpoint {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final BlockRows blocks;
    private final Linker linker;
    private final Notary notary;
    private final Courier courier;

    LastCheckpoint(JdbcClient database, Linker linker, Notary notary, Courier courier) {
        this.blocks = new BlockRows(database);
        this.linker = linker;
        this.notary = notary;
        this.courier = courier;
    }

    /** Until the log is signed as it stands now, by this node or by another one, or until this thread is interrupted. */
    void sign() {
        long end = blocks.endOfLog();
        while (end > 0 && !notary.hasSigned(end) && !Thread.currentThread().isInterrupted()) {
            boolean isLinked = linker.round().events() == 0;
            if (isLinked && !notary.signEarly()) {
                LockSupport.parkNanos(PAUSE); // Another node is at it.
            }
        }
        courier.deliver();
    }
}
