package dev.earshot.adapter.payout;

import dev.earshot.adapter.retry.Questions;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Asks the provider about payouts until each has ended well or badly, and for a while longer, for money may come back. */
@Component
class PayoutInquiry implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(PayoutInquiry.class);

    private final PayoutProvider provider;
    private final OpenPayouts open;
    private final CommandGateway commands;
    private final PayoutCarrierSettings settings;
    private final Clock clock;
    private final Questions questions;

    PayoutInquiry(
            PayoutProvider provider,
            OpenPayouts open,
            CommandGateway commands,
            PayoutCarrierSettings settings,
            Clock clock) {
        this.provider = provider;
        this.open = open;
        this.commands = commands;
        this.settings = settings;
        this.clock = clock;
        this.questions = new Questions("payouts", settings.atOnce(), PayoutReply.Unknown.class::isInstance);
    }

    /** Asks about every payout that is due. */
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

    private void inquire(OpenPayout payout) {
        try {
            PayoutReply reply = questions.ask(() -> provider.pay(payout));
            if (reply instanceof PayoutReply.Unknown unknown) {
                LOG.atWarn().addKeyValue("payout", payout.id()).log("Nothing is known of a payout: {}", unknown.why());
            }
            var patience = settings.ofPayouts().after(payout.attempts());
            var answered = Answered.by(reply, payout, patience, clock.instant());
            // What the provider calls it is kept first: nothing is ever sent again that has a name.
            open.name(payout, answered.reference());
            answered.wishes().forEach(commands::sendAndWait);
            open.askAgain(payout, answered.askAgainAt());
        } catch (CallNotPermittedException leftInPeace) {
            later(payout);
        } catch (RuntimeException failure) {
            LOG.atWarn().addKeyValue("payout", payout.id()).setCause(failure).log("The payout stays open");
            later(payout);
        }
    }

    private void later(OpenPayout payout) {
        open.askAgain(
                payout, Optional.of(clock.instant().plus(settings.ofPayouts().after(payout.attempts()))));
    }
}
