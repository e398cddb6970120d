package dev.earshot.adapter.payments.sandbox.payout;

import dev.earshot.adapter.payments.sandbox.WhenSandbox;
import dev.earshot.api.payout.PayoutCommand;
import dev.earshot.api.payout.PayoutCommand.FailPayout;
import dev.earshot.api.payout.PayoutCommand.VerifyPayee;
import dev.earshot.api.payout.PayoutFailure;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the banks what they have not told by themselves. What fails is asked again the next time. */
@Component
@WhenSandbox
class PayoutInquiry {
    private static final Logger LOG = LoggerFactory.getLogger(PayoutInquiry.class);

    private final SandboxBank bank;
    private final Accounts accounts;
    private final CommandGateway commands;
    private final Clock clock;

    PayoutInquiry(SandboxBank bank, Accounts accounts, CommandGateway commands, Clock clock) {
        this.bank = bank;
        this.accounts = accounts;
        this.commands = commands;
        this.clock = clock;
    }

    void inquire() {
        Instant now = clock.instant();
        accounts.verified().forEach(payee -> tell(new VerifyPayee(payee.earningsId(), payee.account(), now)));
        bank.told().forEach(sent -> tell(SandboxPayouts.answer(sent, now)));
        bank.returned()
                .forEach(sent ->
                        tell(new FailPayout(sent.earningsId(), sent.payoutId(), PayoutFailure.ACCOUNT_CLOSED, now)));
    }

    private void tell(PayoutCommand news) {
        try {
            commands.sendAndWait(news);
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("earnings", news.earningsId()).setCause(e).log("A bank's answer waits");
        }
    }
}
