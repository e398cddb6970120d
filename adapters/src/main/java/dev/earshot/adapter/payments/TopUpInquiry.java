package dev.earshot.adapter.payments;

import dev.earshot.adapter.payments.PaymentEvent.Paid;
import dev.earshot.adapter.payments.TopUpReply.Settled;
import dev.earshot.adapter.payments.TopUpReply.Unknown;
import dev.earshot.adapter.payments.TopUpReply.Waiting;
import dev.earshot.adapter.retry.Questions;
import dev.earshot.api.topup.TopUpCommand.FlagTopUp;
import dev.earshot.platform.payments.NextSteps;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Asks the provider about top-ups until each is settled: a few side by side, none while the provider is down, and each
 * less and less often while nothing is known.
 */
@Component
class TopUpInquiry implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(TopUpInquiry.class);

    private final TopUpProvider provider;
    private final OpenTopUps open;
    private final NextSteps nextSteps;
    private final PaymentRouter router;
    private final CommandGateway commands;
    private final Clock clock;
    private final PaymentSettings settings;
    private final Questions questions;

    TopUpInquiry(
            TopUpProvider provider,
            OpenTopUps open,
            NextSteps nextSteps,
            PaymentRouter router,
            CommandGateway commands,
            Clock clock,
            PaymentSettings settings) {
        this.provider = provider;
        this.open = open;
        this.nextSteps = nextSteps;
        this.router = router;
        this.commands = commands;
        this.clock = clock;
        this.settings = settings;
        this.questions = new Questions(provider.name(), settings.atOnce(), Unknown.class::isInstance);
    }

    /** Asks about every top-up that is due. */
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

    private void inquire(OpenTopUp topUp) {
        try {
            follow(topUp, questions.ask(() -> provider.ask(topUp)));
        } catch (CallNotPermittedException leftInPeace) {
            later(topUp, Duration.ZERO);
        } catch (RuntimeException failure) {
            LOG.atWarn().addKeyValue("topUp", topUp.id()).setCause(failure).log("The top-up stays open");
            later(topUp, Duration.ZERO);
        }
    }

    private void follow(OpenTopUp topUp, TopUpReply reply) {
        if (reply instanceof Settled settled) {
            settle(topUp, settled.event());
        } else if (reply instanceof Waiting waiting) {
            nextSteps.put(topUp.id().value(), waiting.nextStep());
            Instant backedOff = clock.instant().plus(settings.backoff().after(topUp.attempts()));
            open.askAgain(
                    topUp.id(),
                    waiting.reference(),
                    backedOff.isAfter(waiting.askAgainAt()) ? backedOff : waiting.askAgainAt());
        } else if (reply instanceof Unknown unknown) {
            LOG.atWarn().addKeyValue("topUp", topUp.id()).log("Nothing is known of a top-up: {}", unknown.why());
            later(topUp, unknown.atLeast());
        }
    }

    /** Another amount than was asked for stays what it is however often we ask: it is flagged, for somebody to look at. */
    private void settle(OpenTopUp topUp, PaymentEvent event) {
        if (event instanceof Paid paid && !paid.amount().equals(topUp.amount())) {
            var about = paid.about();
            commands.sendAndWait(new FlagTopUp(topUp.id(), paid.amount(), about.payment(), about.at()));
        } else {
            router.route(provider.name(), event).ifPresent(commands::sendAndWait);
        }
        open.settle(topUp.id());
    }

    private void later(OpenTopUp topUp, Duration atLeast) {
        Duration wait = settings.backoff().after(topUp.attempts());
        open.askAgain(
                topUp.id(), topUp.reference(), clock.instant().plus(wait.compareTo(atLeast) < 0 ? atLeast : wait));
    }
}
