package dev.earshot.adapter.refund;

import dev.earshot.adapter.payments.OpenTopUps;
import dev.earshot.api.card.RefundBearer;
import dev.earshot.api.topup.RefundFailure;
import dev.earshot.api.topup.TopUpCommand.FailRefund;
import dev.earshot.api.topup.TopUpEvent.RefundConfirmed;
import dev.earshot.api.topup.TopUpEvent.RefundFailed;
import dev.earshot.api.topup.TopUpEvent.RefundRequested;
import dev.earshot.platform.command.FollowUps;
import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Takes up requested refunds. No provider is called here: {@link RefundInquiry} asks. What no provider was asked for here,
 * such as a purchase in an app store, cannot be given back from here either.
 */
@Component
@ProcessingGroup("payments")
@DisallowReplay
class RefundRequests {
    private final OpenTopUps topUps;
    private final OpenRefunds open;
    private final FollowUps followUps;
    private final Clock clock;

    RefundRequests(OpenTopUps topUps, OpenRefunds open, FollowUps followUps, Clock clock) {
        this.topUps = topUps;
        this.open = open;
        this.followUps = followUps;
        this.clock = clock;
    }

    @EventHandler
    void on(RefundRequested event) {
        topUps.find(event.topUpId())
                .ifPresentOrElse(
                        topUp -> open.add(ofTopUp(event, topUp.method()), topUps.providerOf(topUp.id())),
                        () -> followUps.send(new FailRefund(
                                event.topUpId(), event.refundId(), RefundFailure.REFUSED, clock.instant())));
    }

    private OpenRefund ofTopUp(RefundRequested event, String method) {
        return new OpenRefund(
                event.refundId(),
                event.topUpId().value(),
                event.payment(),
                method,
                event.amount(),
                event.reason(),
                RefundBearer.PLATFORM,
                clock.instant(),
                0);
    }

    @EventHandler
    void on(RefundConfirmed event) {
        open.settle(event.refundId(), event.reference());
    }

    @EventHandler
    void on(RefundFailed event) {
        open.settle(event.refundId(), "");
    }
}
