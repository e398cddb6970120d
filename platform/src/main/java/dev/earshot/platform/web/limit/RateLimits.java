package dev.earshot.platform.web.limit;

import io.github.bucket4j.Bucket;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many requests one client may make, on each node for itself: so many a second, and a burst that can be saved up.
 *
 * @param perSecond for a signed-in account
 * @param addressPerSecond for a client address that shows no token, which is signing in
 * @param hooksPerSecond for an address on the paths of providers and media servers, which come in crowds
 */
@Validated
@ConfigurationProperties("web.rate-limit")
record RateLimits(
        @DefaultValue("50") @Min(1) int perSecond,
        @DefaultValue("100") @Min(1) int burst,
        @DefaultValue("10") @Min(1) int addressPerSecond,
        @DefaultValue("30") @Min(1) int addressBurst,
        @DefaultValue("1000") @Min(1) int hooksPerSecond,
        @DefaultValue("2000") @Min(1) int hooksBurst) {
    Bucket forAccount() {
        return bucket(perSecond, burst);
    }

    Bucket forAddress() {
        return bucket(addressPerSecond, addressBurst);
    }

    Bucket forHooks() {
        return bucket(hooksPerSecond, hooksBurst);
    }

    private static Bucket bucket(int perSecond, int burst) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
