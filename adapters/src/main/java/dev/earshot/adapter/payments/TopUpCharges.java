package dev.earshot.adapter.payments;

import dev.earshot.adapter.payments.TopUpReply.Settled;
import dev.earshot.adapter.payments.TopUpReply.Waiting;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.TopUpEvent;
import dev.earshot.api.topup.TopUpEvent.DuesDeclined;
import dev.earshot.api.topup.TopUpEvent.DuesPaid;
import dev.earshot.api.topup.TopUpEvent.DuesRequested;
import dev.earshot.api.topup.TopUpEvent.PackPaid;
import dev.earshot.api.topup.TopUpEvent.PackRequested;
import dev.earshot.api.topup.TopUpEvent.TopUpDeclined;
import dev.earshot.api.topup.TopUpEvent.TopUpMismatched;
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
        charge(event.topUpId(), event.amount(), event.method());
    }

    @EventHandler
    void on(PackRequested event) {
        charge(event.topUpId(), event.pack().price(), event.method());
    }

    @EventHandler
    void on(DuesRequested event) {
        charge(event.topUpId(), event.dues().amount(), event.method());
    }

    @EventHandler
    void on(TopUpPaid event) {
        open.paid(event.topUpId(), event.reference());
        settle(event);
    }

    @EventHandler
    void on(PackPaid event) {
        open.paid(event.topUpId(), event.reference());
        settle(event);
    }

    @EventHandler
    void on(DuesPaid event) {
        open.paid(event.topUpId(), event.reference());
        settle(event);
    }

    @EventHandler
    void on(TopUpDeclined event) {
        settle(event);
    }

    @EventHandler
    void on(DuesDeclined event) {
        settle(event);
    }

    @EventHandler
    void on(TopUpMismatched event) {
        settle(event);
    }

    private void charge(TopUpId id, Money amount, String method) {
        OpenTopUp topUp = open.add(id, amount, method, provider.name(), clock.instant());
        provider.atOnce(topUp).ifPresent(reply -> {
            if (reply instanceof Settled settled) {
                router.route(provider.name(), settled.event()).ifPresent(followUps::send);
            } else if (reply instanceof Waiting waiting) {
                nextSteps.put(topUp.id().value(), waiting.nextStep());
                open.askAgain(topUp.id(), waiting.reference(), waiting.askAgainAt());
            }
        });
    }

    private void settle(TopUpEvent event) {
        open.settle(event.topUpId());
        nextSteps.remove(event.topUpId().value());
    }
}
