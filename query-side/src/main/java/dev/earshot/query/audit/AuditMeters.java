package dev.earshot.query.audit;

import dev.earshot.query.audit.chain.BlockRows;
import dev.earshot.query.audit.chain.Linker;
import dev.earshot.query.audit.checkpoint.CheckpointRows;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far the proof is behind the log. {@code earshot.audit.lag} is the age of the oldest event of each round when its link was durable;
 * {@code earshot.audit.lag.positions} what is not linked at the moment; {@code earshot.audit.unarchived} and
 * {@code earshot.audit.unarchived.seconds} count the checkpoints that are in the database alone, and tell the age of the oldest.
 */
@Component
@WhereTheLogIs
class AuditMeters {
    private final Timer lag;
    private final Counter events;
    private final Counter checkpoints;

    AuditMeters(MeterRegistry meters, JdbcClient database, Clock clock) {
        lag = Timer.builder("earshot.audit.lag")
                .description("From an event to its durable link: the oldest event of each round")
                .publishPercentileHistogram()
                .register(meters);
        events = Counter.builder("earshot.audit.linked")
                .description("Events this node has linked")
                .register(meters);
        checkpoints = Counter.builder("earshot.audit.signed")
                .description("Checkpoints this node has signed")
                .register(meters);
        BlockRows blocks = new BlockRows(database);
        CheckpointRows rows = new CheckpointRows(database);
        Gauge.builder(
                        "earshot.audit.lag.positions",
                        () -> Math.max(0, blocks.endOfLog() - blocks.tail().position()))
                .description("Positions of the log after the last link")
                .register(meters);
        Gauge.builder("earshot.audit.unarchived", rows::waiting)
                .description("Checkpoints that are kept in the database alone")
                .register(meters);
        Gauge.builder(
                        "earshot.audit.unarchived.seconds",
                        () -> rows.waitingSince()
                                .map(since ->
                                        Duration.between(since, clock.instant()).toSeconds())
                                .orElse(0L))
                .description("Age of the oldest checkpoint that is kept in the database alone")
                .register(meters);
    }

    void linked(Linker.Round round, Instant now) {
        events.increment(round.events());
        round.oldest().ifPresent(oldest -> lag.record(Duration.between(oldest, now)));
    }

    void signed() {
        checkpoints.increment();
    }
}
