package dev.earshot.adapter.payments.sandbox.payout;

import dev.earshot.adapter.payments.sandbox.WhenSandbox;
import dev.earshot.adapter.payments.sandbox.payout.PayoutMethod.When;
import dev.earshot.adapter.payments.sandbox.payout.SandboxBank.Sent;
import dev.earshot.adapter.payout.OpenPayee;
import dev.earshot.adapter.payout.OpenPayout;
import dev.earshot.adapter.payout.PayeeReply;
import dev.earshot.adapter.payout.PayeeReply.Unvouched;
import dev.earshot.adapter.payout.PayeeReply.Vouched;
import dev.earshot.adapter.payout.PayoutProvider;
import dev.earshot.adapter.payout.PayoutReply;
import dev.earshot.adapter.payout.PayoutReply.Failed;
import dev.earshot.adapter.payout.PayoutReply.Paid;
import dev.earshot.adapter.payout.PayoutReply.Unknown;
import dev.earshot.adapter.payout.PayoutReply.Waiting;
import dev.earshot.api.payout.PayeeNeed;
import dev.earshot.api.payout.PayoutFailure;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Carries payouts to the banks, which are in this very process and may be asked at once. */
@Component
@WhenSandbox
class SandboxPayouts implements PayoutProvider {
    private final SandboxBank bank;
    private final SandboxPayoutSettings settings;
    private final Clock clock;

    SandboxPayouts(SandboxBank bank, SandboxPayoutSettings settings, Clock clock) {
        this.bank = bank;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public Optional<PayoutReply> payAtOnce(OpenPayout payout) {
        boolean lost = Accounts.methodOf(payout.account()).answered() == When.NEVER;
        PayoutReply reply = pay(payout);
        return Optional.of(lost ? new Unknown("the answer was lost", settings.askAfter()) : reply);
    }

    @Override
    public PayoutReply pay(OpenPayout payout) {
        Instant now = clock.instant();
        Sent sent = bank.send(payout, now);
        String reference = SandboxBank.reference(payout.id());
        if (now.isBefore(sent.toldAt())) {
            return new Waiting(reference, sent.toldAt());
        }
        if (sent.returnsAt().isPresent() && !now.isBefore(sent.returnsAt().get())) {
            return new Failed(PayoutFailure.ACCOUNT_CLOSED);
        }
        return sent.method()
                .failure()
                .<PayoutReply>map(Failed::new)
                .orElseGet(() -> new Paid(reference, sent.returnsAt()));
    }

    @Override
    public Optional<PayeeReply> lookAtOnce(OpenPayee payee) {
        return Optional.of(look(payee));
    }

    @Override
    public PayeeReply look(OpenPayee payee) {
        return switch (Accounts.methodOf(payee.account()).verified()) {
            case AT_ONCE -> new Vouched();
            case LATE ->
                clock.instant().isBefore(payee.openedAt().plus(settings.lateBy()))
                        ? new Unvouched(List.of(PayeeNeed.REVIEW))
                        : new Vouched();
            case NEVER -> new Unvouched(List.of(PayeeNeed.IDENTITY));
        };
    }
}
