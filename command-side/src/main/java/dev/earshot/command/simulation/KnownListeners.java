package dev.earshot.command.simulation;

import dev.earshot.api.id.ListenerId;
import dev.earshot.api.listener.ListenerRefusal;
import dev.earshot.api.refusal.Refused;
import dev.earshot.command.price.Place;
import java.util.Collection;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Knows which listeners there are. Whoever mistypes one would else learn at the end of a run that there were no such calls. */
@Component
class KnownListeners {
    private final EventStore log;

    KnownListeners(EventStore log) {
        this.log = log;
    }

    /** Each costs one look into an index. */
    void refuseUnlessKnown(Collection<ListenerId> listeners, Place place) throws Refused {
        for (ListenerId listener : listeners) {
            if (log.lastSequenceNumberFor(listener.value()).isEmpty()) {
                throw ListenerRefusal.LISTENER_UNKNOWN.at(
                        place.path(), "names " + listener + ", who has never been a listener; name others, or nobody");
            }
        }
    }
}
