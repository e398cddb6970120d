package dev.earshot.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CaffeineAxonCacheTest {
    private final CaffeineAxonCache cache = new CaffeineAxonCache(10, Duration.ofMinutes(1));

    @Test
    void it_keeps_what_it_was_given_first() {
        assertThat(cache.putIfAbsent("wal_1", "first")).isTrue();
        assertThat(cache.putIfAbsent("wal_1", "second")).isFalse();
        assertThat(cache.<String, String>get("wal_1")).isEqualTo("first");
        assertThat(cache.computeIfAbsent("wal_1", () -> "third")).isEqualTo("first");
        assertThat(cache.computeIfAbsent("wal_2", () -> "made")).isEqualTo("made");
    }

    @Test
    void it_forgets_one_or_all() {
        cache.put("wal_1", "one");
        cache.put("wal_2", "two");
        assertThat(cache.remove("wal_1")).isTrue();
        assertThat(cache.remove("wal_1")).isFalse();
        assertThat(cache.containsKey("wal_2")).isTrue();
        cache.removeAll();
        assertThat(cache.containsKey("wal_2")).isFalse();
    }

    @Test
    void it_changes_only_what_is_there() {
        cache.put("wal_1", 1);
        cache.<Integer>computeIfPresent("wal_1", value -> value + 1);
        cache.<Integer>computeIfPresent("wal_2", value -> value + 1);
        assertThat(cache.<String, Integer>get("wal_1")).isEqualTo(2);
        assertThat(cache.containsKey("wal_2")).isFalse();
    }
}
