package dev.earshot.saga.billing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What follows from a fact.
 *
 * @param next what is known now
 * @param commands what to ask for now
 * @param wakeAt when to look again if nothing happens; empty once everything is done
 */
record Step(CallBilling next, List<Object> commands, Optional<Instant> wakeAt) {
    Step {
        commands = List.copyOf(commands);
    }
}
