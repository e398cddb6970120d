package dev.earshot.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTest {
    @Test
    void forgets_the_oldest_when_there_are_too_many() {
        Recent<String> recent = Recent.atMost(2);
        recent.remember("a");
        recent.remember("b");
        recent.remember("a");
        recent.remember("c");
        assertThat(recent.includes("a")).isTrue();
        assertThat(recent.includes("b")).isFalse();
        assertThat(recent.includes("c")).isTrue();
    }
}
