package dev.earshot.query.ledger.entry;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** What is remembered while facts are posted one after the other, under the ids that the facts name it by. */
public final class Memories {
    private final Map<String, Memory> known;
    private final Map<String, Memory> changed = new HashMap<>();

    /** Begins with what earlier facts have left. */
    public Memories(Map<String, Memory> known) {
        this.known = new HashMap<>(known);
    }

    /** What was remembered differently before; what {@linkplain Memory#isNothing() is nothing} can be forgotten. */
    public Map<String, Memory> changed() {
        return Collections.unmodifiableMap(changed);
    }

    <M extends Memory> M get(String key, M otherwise) {
        Memory found = known.get(key);
        if (found == null) {
            return otherwise;
        }
        @SuppressWarnings("unchecked")
        M memory = (M) otherwise.getClass().cast(found);
        return memory;
    }

    void put(String key, Memory memory) {
        known.put(key, memory);
        changed.put(key, memory);
    }
}
