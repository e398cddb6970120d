package dev.earshot.api.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sets and maps that cannot be changed and are always written in the same order: inputs that are hashed must be. */
final class InOrder {
    private InOrder() {}

    static <T> Set<T> of(Collection<T> items, Comparator<? super T> order) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(sorted(items, order)));
    }

    static <K, V> Map<K, V> of(Map<K, V> entries, Comparator<? super K> order) {
        Map<K, V> ordered = new LinkedHashMap<>();
        sorted(entries.keySet(), order).forEach(key -> ordered.put(key, entries.get(key)));
        return Collections.unmodifiableMap(ordered);
    }

    private static <T> List<T> sorted(Collection<T> items, Comparator<? super T> order) {
        List<T> all = new ArrayList<>(items);
        all.sort(order);
        return all;
    }
}
