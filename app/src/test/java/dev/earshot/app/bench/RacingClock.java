package dev.earshot.app.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The platform's clock, until it is told to race: then seconds fall due faster than any machine can count them. */
@Primary
@Component
class RacingClock extends Clock {
    private static volatile long raceFrom = Long.MAX_VALUE;
    private static volatile int speed = 1;

    static void race(int timesFaster) {
        speed = timesFaster;
        raceFrom = System.currentTimeMillis();
    }

    @Override
    public long millis() {
        long now = System.currentTimeMillis();
        return now + Math.max(0, now - raceFrom) * (speed - 1);
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plus(Duration.ofMillis(millis()));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the platform reads UTC");
    }
}
