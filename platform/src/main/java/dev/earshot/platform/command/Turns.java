package dev.earshot.platform.command;

import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Units of work that hold several aggregates take turns: two of them could wait for each other for ever. A unit that holds
 * one aggregate needs no turn, for it waits for nobody while it holds it.
 */
@Component
public class Turns {
    private final ReentrantLock turn = new ReentrantLock(true);

    /** Takes the turn of the running unit of work, if there is one, until it is committed or rolled back. */
    void take() {
        if (!CurrentUnitOfWork.isStarted()) {
            return; // A command without one holds no more than its own aggregate.
        }
        UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
        unit.getOrComputeResource(Turns.class.getName(), absent -> {
            turn.lock();
            unit.onCleanup(done -> turn.unlock());
            return turn;
        });
    }
}
