package dev.earshot.adapter.payments.sandbox.payout;

import dev.earshot.adapter.payments.sandbox.WhenSandbox;
import dev.earshot.adapter.payments.sandbox.payout.SandboxBank.Sent;
import dev.earshot.api.payout.PayoutCommand;
import dev.earshot.api.payout.PayoutCommand.ConfirmPayout;
import dev.earshot.api.payout.PayoutCommand.FailPayout;
import dev.earshot.api.payout.PayoutCommand.LosePayout;
import dev.earshot.api.payout.PayoutCommand.VerifyPayee;
import dev.earshot.api.payout.PayoutEvent.PayeeOpened;
import dev.earshot.api.payout.PayoutEvent.PayeeVerified;
import dev.earshot.api.payout.PayoutEvent.PayoutFailed;
import dev.earshot.api.payout.PayoutEvent.PayoutPaid;
import dev.earshot.api.payout.PayoutEvent.PayoutRequested;
import dev.earshot.api.payout.PayoutEvent.PayoutReturned;
import dev.earshot.platform.command.FollowUps;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Carries payouts to the banks and their answers back. What is told late is found by {@link PayoutInquiry}. */
@Component
@WhenSandbox
@ProcessingGroup("payouts")
@DisallowReplay
class SandboxPayouts {
    private final SandboxBank bank;
    private final Accounts accounts;
    private final FollowUps followUps;
    private final Clock clock;

    SandboxPayouts(SandboxBank bank, Accounts accounts, FollowUps followUps, Clock clock) {
        this.bank = bank;
        this.accounts = accounts;
        this.followUps = followUps;
        this.clock = clock;
    }

    @EventHandler
    void on(PayeeOpened event) {
        switch (Accounts.methodOf(event.account()).verified()) {
            case AT_ONCE -> followUps.send(new VerifyPayee(event.earningsId(), event.account(), clock.instant()));
            case LATE -> accounts.verifyLater(event.earningsId(), event.account());
            case NEVER -> {
                // The listener is never heard of again.
            }
        }
    }

    @EventHandler
    void on(PayeeVerified event) {
        accounts.isVerified(event.account());
    }

    @EventHandler
    void on(PayoutRequested event) {
        Sent sent = bank.send(event);
        switch (sent.method().answered()) {
            case AT_ONCE -> followUps.send(answer(sent, clock.instant()));
            case NEVER -> followUps.send(new LosePayout(sent.earningsId(), sent.payoutId(), clock.instant()));
            case LATE -> {
                // The bank has taken note.
            }
        }
    }

    @EventHandler
    void on(PayoutPaid event) {
        bank.settled(event.payoutId());
    }

    @EventHandler
    void on(PayoutFailed event) {
        bank.settled(event.payoutId());
    }

    @EventHandler
    void on(PayoutReturned event) {
        bank.isBack(event.payoutId());
    }

    /** The bank's answer in the words of the house. */
    static PayoutCommand answer(Sent sent, Instant at) {
        return sent.method()
                .failure()
                .<PayoutCommand>map(reason -> new FailPayout(sent.earningsId(), sent.payoutId(), reason, at))
                .orElseGet(() -> new ConfirmPayout(
                        sent.earningsId(),
                        sent.payoutId(),
                        "sbx_" + sent.payoutId().suffix(),
                        at));
    }
}
