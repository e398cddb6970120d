package dev.earshot.adapter.payout;

import dev.earshot.api.payout.PayoutEvent.PayeeOpened;
import dev.earshot.api.payout.PayoutEvent.PayoutRequested;
import dev.earshot.platform.command.FollowUps;
import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Takes up requested payouts and opened accounts. No provider is called here, for a slow one would hold up all others:
 * {@link PayoutInquiry} asks, again and again until there is an answer.
 */
@Component
@ProcessingGroup("payouts")
@DisallowReplay
class PayoutCarrier {
    private final PayoutProvider provider;
    private final OpenPayouts payouts;
    private final OpenPayees payees;
    private final FollowUps followUps;
    private final PayoutCarrierSettings settings;
    private final Clock clock;

    PayoutCarrier(
            PayoutProvider provider,
            OpenPayouts payouts,
            OpenPayees payees,
            FollowUps followUps,
            PayoutCarrierSettings settings,
            Clock clock) {
        this.provider = provider;
        this.payouts = payouts;
        this.payees = payees;
        this.followUps = followUps;
        this.settings = settings;
        this.clock = clock;
    }

    @EventHandler
    void on(PayeeOpened event) {
        var now = clock.instant();
        OpenPayee payee = payees.add(event.account(), event.earningsId(), event.method(), provider.name(), now);
        provider.lookAtOnce(payee).ifPresent(reply -> {
            var patience = settings.ofPayees().after(1);
            var answered = Answered.by(reply, payee, patience, settings.lookAgain(), now);
            answered.wishes().forEach(followUps::send);
            answered.askAgainAt().ifPresent(then -> payees.askAgain(payee, then));
        });
    }

    @EventHandler
    void on(PayoutRequested event) {
        var now = clock.instant();
        OpenPayout payout = payouts.add(
                event.payoutId(), event.earningsId(), event.amount(), event.account(), provider.name(), now);
        provider.payAtOnce(payout).ifPresent(reply -> {
            var answered = Answered.by(reply, payout, settings.ofPayouts().after(1), now);
            answered.wishes().forEach(followUps::send);
            payouts.name(payout, answered.reference());
            payouts.askAgain(payout, answered.askAgainAt());
        });
    }
}
