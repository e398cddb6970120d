package dev.earshot.query.wallet;

import dev.earshot.api.pricing.Grant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The holds of one wallet that are neither captured nor released, and how they differ from what is stored. */
final class OpenHolds {
    private final Map<String, Grant> stored = new HashMap<>();
    private final Map<String, Grant> changed = new HashMap<>();
    private final Set<String> closed = new HashSet<>();

    void open(String callId, Grant grant) {
        changed.put(callId, grant);
        closed.remove(callId);
    }

    void close(String callId) {
        changed.remove(callId);
        if (stored.containsKey(callId)) {
            closed.add(callId);
        }
    }

    Grant grantOf(String callId) {
        return changed.getOrDefault(callId, stored.getOrDefault(callId, Grant.NONE));
    }

    Map<String, Grant> stored() {
        return stored;
    }

    Map<String, Grant> changed() {
        return changed;
    }

    Set<String> closed() {
        return closed;
    }
}
