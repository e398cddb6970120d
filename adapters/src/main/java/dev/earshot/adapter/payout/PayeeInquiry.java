package dev.earshot.adapter.payout;

import dev.earshot.adapter.retry.Questions;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Asks the provider whether it vouches for the accounts that listeners opened: whenever it has news, and now and then. */
@Component
class PayeeInquiry implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(PayeeInquiry.class);

    private final PayoutProvider provider;
    private final OpenPayees open;
    private final CommandGateway commands;
    private final PayoutCarrierSettings settings;
    private final Clock clock;
    private final Questions questions;

    PayeeInquiry(
            PayoutProvider provider,
            OpenPayees open,
            CommandGateway commands,
            PayoutCarrierSettings settings,
            Clock clock) {
        this.provider = provider;
        this.open = open;
        this.commands = commands;
        this.settings = settings;
        this.clock = clock;
        this.questions = new Questions("payees", settings.atOnce(), PayeeReply.Unknown.class::isInstance);
    }

    /** Asks about every account that is due. */
    void inquireDue() {
        questions.askAll(
                most -> {
                    Instant now = clock.instant();
                    return open.take(provider.name(), most, now, now.plus(Questions.LEASE));
                },
                this::inquire);
    }

    @Override
    public void destroy() {
        questions.close();
    }

    private void inquire(OpenPayee payee) {
        var patience = settings.ofPayees().after(payee.attempts());
        try {
            PayeeReply reply = questions.ask(() -> provider.look(payee));
            if (reply instanceof PayeeReply.Unknown unknown) {
                LOG.atWarn()
                        .addKeyValue("payee", payee.account())
                        .log("Nothing is known of a payee: {}", unknown.why());
            }
            var answered = Answered.by(reply, payee, patience, settings.lookAgain(), clock.instant());
            answered.wishes().forEach(commands::sendAndWait);
            answered.askAgainAt().ifPresent(then -> open.askAgain(payee, then));
        } catch (CallNotPermittedException leftInPeace) {
            open.askAgain(payee, clock.instant().plus(patience));
        } catch (RuntimeException failure) {
            LOG.atWarn().addKeyValue("payee", payee.account()).setCause(failure).log("The payee is looked at later");
            open.askAgain(payee, clock.instant().plus(patience));
        }
    }
}
