package dev.earshot.adapter.retry;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;

/** Leaves a provider in peace for a while when half of its last twenty answers were lost. */
public final class LeftInPeace {
    private static final int LAST = 20;
    private static final int AT_LEAST = 10;
    private static final Duration PEACE = Duration.ofSeconds(10);

    private LeftInPeace() {}

    /** A breaker that counts what {@code isLost} says of answers, and every exception. */
    public static CircuitBreaker when(String provider, Predicate<Object> isLost, Clock clock) {
        return CircuitBreaker.of(
                provider,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(LAST)
                        .minimumNumberOfCalls(AT_LEAST)
                        .waitDurationInOpenState(PEACE)
                        .recordResult(isLost)
                        .clock(clock)
                        .build());
    }
}
