package dev.earshot.adapter.refund;

import dev.earshot.adapter.payments.PaymentSettings;
import dev.earshot.adapter.refund.RefundReply.Given;
import dev.earshot.adapter.refund.RefundReply.NotGiven;
import dev.earshot.adapter.refund.RefundReply.Unknown;
import dev.earshot.adapter.retry.Questions;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Asks the provider for refunds until each is decided, as {@link Questions} are asked. */
@Component
class RefundInquiry implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(RefundInquiry.class);

    private final RefundProvider provider;
    private final OpenRefunds open;
    private final CommandGateway commands;
    private final Clock clock;
    private final PaymentSettings settings;
    private final Questions questions;

    RefundInquiry(
            RefundProvider provider, OpenRefunds open, CommandGateway commands, Clock clock, PaymentSettings settings) {
        this.provider = provider;
        this.open = open;
        this.commands = commands;
        this.clock = clock;
        this.settings = settings;
        this.questions = new Questions(provider.name() + "-refunds", settings.atOnce(), Unknown.class::isInstance);
    }

    /** Asks about every refund that is due. */
    void inquireDue() {
        questions.askAll(
                most -> {
                    var now = clock.instant();
                    return open.take(provider.name(), most, now, now.plus(Questions.LEASE));
                },
                this::inquire);
    }

    @Override
    public void destroy() {
        questions.close();
    }

    private void inquire(OpenRefund refund) {
        try {
            follow(refund, questions.ask(() -> provider.ask(refund)));
        } catch (CallNotPermittedException leftInPeace) {
            later(refund, Duration.ZERO);
        } catch (RuntimeException failure) {
            LOG.atWarn().addKeyValue("refund", refund.id()).setCause(failure).log("The refund stays open");
            later(refund, Duration.ZERO);
        }
    }

    private void follow(OpenRefund refund, RefundReply reply) {
        var now = clock.instant();
        if (reply instanceof Given given) {
            commands.sendAndWait(RefundAnswers.given(refund, given.reference(), now));
            open.settle(refund.id(), given.reference());
        } else if (reply instanceof NotGiven not) {
            commands.sendAndWait(RefundAnswers.notGiven(refund, not.why(), now));
            open.settle(refund.id(), "");
        } else if (reply instanceof Unknown unknown) {
            LOG.atWarn().addKeyValue("refund", refund.id()).log("Nothing is known of a refund: {}", unknown.why());
            later(refund, unknown.atLeast());
        }
    }

    private void later(OpenRefund refund, Duration atLeast) {
        Duration wait = settings.backoff().after(refund.attempts());
        open.askAgain(refund.id(), clock.instant().plus(wait.compareTo(atLeast) < 0 ? atLeast : wait));
    }
}
