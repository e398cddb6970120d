package dev.earshot.query.audit;

import dev.earshot.query.audit.chain.BlockRows;
import dev.earshot.query.audit.checkpoint.CheckpointRows;
import dev.earshot.query.audit.checkpoint.Courier;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Down while the log cannot be proven as it should: the chain fails, a checkpoint has waited too long for its place outside the database, or another is
 * kept there in its stead. It is no part of readiness, for calls go on meanwhile.
 */
@Component
@WhereTheLogIs
class AuditHealthIndicator extends AbstractHealthIndicator {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Clerk clerk;
    private final Courier courier;
    private final BlockRows blocks;
    private final CheckpointRows checkpoints;
    private final Clock clock;

    AuditHealthIndicator(Clerk clerk, Courier courier, JdbcClient database, Clock clock) {
        this.clerk = clerk;
        this.courier = courier;
        this.blocks = new BlockRows(database);
        this.checkpoints = new CheckpointRows(database);
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        boolean late = checkpoints
                .waitingSince()
                .filter(since -> since.plus(PATIENCE).isBefore(clock.instant()))
                .isPresent();
        boolean well = clerk.isRunning()
                && clerk.trouble().isEmpty()
                && courier.conflict().isEmpty();
        health.status(well && !late ? "UP" : "DOWN")
                .withDetail(
                        "unlinkedPositions", blocks.endOfLog() - blocks.tail().position())
                .withDetail("unarchivedCheckpoints", checkpoints.waiting());
        clerk.trouble().ifPresent(trouble -> health.withDetail("trouble", trouble));
    }
}
