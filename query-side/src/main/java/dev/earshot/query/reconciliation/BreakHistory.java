package dev.earshot.query.reconciliation;

import dev.earshot.api.reconciliation.BreakEvent;
import dev.earshot.api.reconciliation.BreakEvent.BreakClosed;
import dev.earshot.api.reconciliation.BreakEvent.BreakFound;
import dev.earshot.api.reconciliation.BreakEvent.BreakResolved;
import dev.earshot.query.person.StaffNotes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** What became of a break, step by step, as the log has it. */
@Component
class BreakHistory {
    private final EventStore log;
    private final StaffNotes notes;

    BreakHistory(EventStore log, StaffNotes notes) {
        this.log = log;
        this.notes = notes;
    }

    /**
     * @param what FOUND, CLOSED or RESOLVED
     * @param told what they told then; absent unless it was found
     * @param by who resolved it; absent else, as is the note
     */
    record Step(String what, Instant at, String source, Long told, Long known, String by, String note) {}

    List<Step> of(String breakId) {
        List<BreakEvent> events = log.readEvents(breakId)
                .asStream()
                .map(event -> (BreakEvent) event.getPayload())
                .collect(Collectors.toList());
        Map<String, String> texts = notes.texts(events.stream()
                .filter(BreakResolved.class::isInstance)
                .map(event -> ((BreakResolved) event).note())
                .toList());
        return events.stream().map(event -> step(event, texts)).toList();
    }

    private static Step step(BreakEvent event, Map<String, String> texts) {
        if (event instanceof BreakFound found) {
            long told = found.finding().told().amount();
            long known = found.finding().known().amount();
            return new Step("FOUND", found.at(), found.source(), told, known, null, null);
        }
        if (event instanceof BreakResolved resolved) {
            return new Step(
                    "RESOLVED", resolved.at(), null, null, null, resolved.by().value(), texts.get(resolved.note()));
        }
        return new Step("CLOSED", event.at(), ((BreakClosed) event).source(), null, null, null, null);
    }
}
