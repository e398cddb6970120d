package dev.earshot.query.shadow;

import dev.earshot.api.call.CallFact;
import java.util.stream.Stream;

/** An event, and where the log has it. */
record Heard(long position, Object event) {
    /** The call that it concerns, if it concerns one. */
    Stream<String> call() {
        return event instanceof CallFact fact ? Stream.of(fact.callId().value()) : Stream.empty();
    }
}
