package dev.earshot.adapter.payments.sandbox;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.earshot.api.topup.TopUpEvent.TopUpDeclined;
import dev.earshot.api.topup.TopUpEvent.TopUpPaid;
import dev.earshot.api.topup.TopUpEvent.TopUpRequested;
import dev.earshot.platform.command.FollowUps;
import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Carries top-ups to the network and its answers back. A late answer is a task that survives a restart; an answer that
 * never comes is found by {@link SandboxInquiry}.
 */
@Component
@WhenSandbox
@ProcessingGroup("sandbox-payments")
@DisallowReplay
class SandboxPayments {
    private final SandboxGateway network;
    private final OpenTopUps open;
    private final FollowUps followUps;
    private final SchedulerClient tasks;
    private final Clock clock;

    SandboxPayments(SandboxGateway network, OpenTopUps open, FollowUps followUps, SchedulerClient tasks, Clock clock) {
        this.network = network;
        this.open = open;
        this.followUps = followUps;
        this.tasks = tasks;
        this.clock = clock;
    }

    @EventHandler
    void on(TopUpRequested event) {
        open.add(event.topUpId(), clock.instant());
        Reply reply = network.charge(event);
        if (reply.verdict() == Verdict.PENDING) {
            tasks.scheduleIfNotExists(SandboxTasks.callBack(event.topUpId()), reply.decidedAt());
        }
        SandboxMapping.command(event.topUpId(), reply, clock.instant()).ifPresent(followUps::send);
    }

    @EventHandler
    void on(TopUpPaid event) {
        open.remove(event.topUpId());
    }

    @EventHandler
    void on(TopUpDeclined event) {
        open.remove(event.topUpId());
    }
}
