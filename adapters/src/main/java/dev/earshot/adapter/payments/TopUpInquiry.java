package dev.earshot.adapter.payments;

import dev.earshot.adapter.payments.TopUpReply.Settled;
import dev.earshot.adapter.payments.TopUpReply.Unknown;
import dev.earshot.adapter.payments.TopUpReply.Waiting;
import dev.earshot.platform.payments.NextSteps;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.AxonThreadFactory;
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
    private static final int BATCH = 100;
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final TopUpProvider provider;
    private final OpenTopUps open;
    private final NextSteps nextSteps;
    private final PaymentRouter router;
    private final CommandGateway commands;
    private final Clock clock;
    private final PaymentSettings settings;
    private final CircuitBreaker breaker;
    private final ExecutorService questions;

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
        // Half of the last twenty answers lost: the provider is left in peace for a while.
        this.breaker = CircuitBreaker.of(
                provider.name(),
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(10)
                        .waitDurationInOpenState(Duration.ofSeconds(10))
                        .recordResult(Unknown.class::isInstance)
                        .build());
        this.questions = Executors.newFixedThreadPool(settings.atOnce(), new AxonThreadFactory("payments"));
    }

    /** Asks about every top-up that is due. */
    void inquireDue() {
        int taken;
        do {
            Instant now = clock.instant();
            List<OpenTopUp> due = open.take(provider.name(), BATCH, now, now.plus(LEASE));
            due.stream()
                    .map(topUp -> CompletableFuture.runAsync(() -> inquire(topUp), questions))
                    .toList()
                    .forEach(CompletableFuture::join);
            taken = due.size();
        } while (taken == BATCH);
    }

    @Override
    public void destroy() {
        questions.shutdownNow();
    }

    private void inquire(OpenTopUp topUp) {
        try {
            follow(topUp, breaker.executeSupplier(() -> provider.ask(topUp)));
        } catch (CallNotPermittedException leftInPeace) {
            later(topUp, Duration.ZERO);
        } catch (RuntimeException failure) {
            LOG.atWarn().addKeyValue("topUp", topUp.id()).setCause(failure).log("The top-up stays open");
            later(topUp, Duration.ZERO);
        }
    }

    private void follow(OpenTopUp topUp, TopUpReply reply) {
        if (reply instanceof Settled settled) {
            router.route(provider.name(), settled.event()).ifPresent(commands::sendAndWait);
            open.settle(topUp.id());
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

    private void later(OpenTopUp topUp, Duration atLeast) {
        Duration wait = settings.backoff().after(topUp.attempts());
        open.askAgain(
                topUp.id(), topUp.reference(), clock.instant().plus(wait.compareTo(atLeast) < 0 ? atLeast : wait));
    }
}
