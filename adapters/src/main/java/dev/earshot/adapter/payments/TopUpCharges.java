package dev.earshot.adapter.payments;

import dev.earshot.adapter.payments.TopUpReply.Settled;
import dev.earshot.adapter.payments.TopUpReply.Waiting;
import dev.earshot.api.topup.TopUpEvent.TopUpDeclined;
import dev.earshot.api.topup.TopUpEvent.TopUpPaid;
import dev.earshot.api.topup.TopUpEvent.TopUpRequested;
import dev.earshot.platform.command.FollowUps;
import dev.earshot.platform.payments.NextSteps;
import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Takes up requested top-ups. No provider is called here, for a slow one would hold up all others: {@link TopUpInquiry}
 * asks, again and again until there is an answer.
 */
@Component
@ProcessingGroup("payments")
@DisallowReplay
class TopUpCharges {
    private final TopUpProvider provider;
    private final OpenTopUps open;
    private final NextSteps nextSteps;
    private final PaymentRouter router;
    private final FollowUps followUps;
    private final Clock clock;

    TopUpCharges(
            TopUpProvider provider,
            OpenTopUps open,
            NextSteps nextSteps,
            PaymentRouter router,
            FollowUps followUps,
            Clock clock) {
        this.provider = provider;
        this.open = open;
        this.nextSteps = nextSteps;
        this.router = router;
        this.followUps = followUps;
        this.clock = clock;
    }

    @EventHandler
    void on(TopUpRequested event) {
        OpenTopUp topUp = open.add(event, provider.name(), clock.instant());
        provider.atOnce(topUp).ifPresent(reply -> {
            if (reply instanceof Settled settled) {
                router.route(settled.event()).ifPresent(followUps::send);
            } else if (reply instanceof Waiting waiting) {
                open.askAgain(topUp.id(), waiting.reference(), waiting.askAgainAt());
            }
        });
    }

    @EventHandler
    void on(TopUpPaid event) {
        open.settle(event.topUpId());
        nextSteps.remove(event.topUpId().value());
    }

    @EventHandler
    void on(TopUpDeclined event) {
        open.settle(event.topUpId());
        nextSteps.remove(event.topUpId().value());
    }
}
