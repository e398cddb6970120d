package dev.earshot.platform.axon;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;

/** Keeps the aggregates of one type that were used last. One per type, because the key is the bare identifier. */
final class CaffeineAxonCache implements Cache {
    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;

    CaffeineAxonCache(int maximumSize, Duration unused) {
        entries = Caffeine.newBuilder()
                .maximumSize(maximumSize)
                .expireAfterAccess(unused)
                .build();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <K, V> V get(K key) {
        return (V) entries.getIfPresent(key);
    }

    /** An aggregate that refused to be created has no identifier; there is nothing to keep of it. */
    @Override
    public void put(Object key, Object value) {
        if (key != null) {
            entries.put(key, value);
        }
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T computeIfAbsent(Object key, Supplier<T> value) {
        return (T) entries.get(key, absent -> Objects.requireNonNull(value.get()));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        entries.asMap().computeIfPresent(key, (same, value) -> update.apply((V) value));
    }

    @Override
    public boolean remove(Object key) {
        return key != null && entries.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.asMap().containsKey(key);
    }

    /** Nobody is told: aggregates' caches have no listeners. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        return () -> false;
    }
}
