package dev.earshot.app.generate.town;

import dev.earshot.api.call.CallFact;
import dev.earshot.api.call.PromiseOverdue;
import dev.earshot.api.id.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericEventMessage;

/** Lets the real billing and the real routes hear what happens, and wakes the billing of calls that do not move on. */
final class Promises {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final Town town;
    private final Billings billings;
    private final Routes routes;
    private final Map<CallId, Instant> alarms = new HashMap<>();

    /** The handlers that route what is paid, and which of them hear of what. */
    record Routes(List<AnnotationEventHandlerAdapter> all, Map<Class<?>, List<AnnotationEventHandlerAdapter>> byFact) {
        Routes(List<Object> beans) {
            this(beans.stream().map(AnnotationEventHandlerAdapter::new).toList(), new ConcurrentHashMap<>());
        }

        void hear(Object fact) {
            List<AnnotationEventHandlerAdapter> concerned = byFact.computeIfAbsent(
                    fact.getClass(),
                    type -> all.stream()
                            .filter(route -> route.canHandleType(type))
                            .toList());
            for (AnnotationEventHandlerAdapter route : concerned) {
                try {
                    route.handle(GenericEventMessage.asEventMessage(fact));
                } catch (Exception failed) {
                    throw new IllegalStateException(fact + " could not be routed", failed);
                }
            }
        }
    }

    Promises(Town town, Billings.Model billing, Routes routes) {
        this.town = town;
        this.billings = new Billings(billing);
        this.routes = routes;
    }

    void hear(Object fact) {
        if (fact instanceof CallFact ofCall) {
            billings.hear(ofCall);
            watch(ofCall.callId());
        }
        routes.hear(fact);
    }

    private void watch(CallId callId) {
        Instant due = billings.wakeAt(callId).orElse(null);
        if (due == null) {
            alarms.remove(callId);
        } else if (!due.equals(alarms.put(callId, due))) {
            town.follow(due.plusMillis(town.dice().below(LOOK_EVERY.toMillis())), () -> wake(callId, due));
        }
    }

    private void wake(CallId callId, Instant due) {
        if (billings.wakeAt(callId).filter(due::equals).isPresent()) {
            alarms.remove(callId);
            town.publish(new PromiseOverdue(callId, town.now()));
        }
    }
}
