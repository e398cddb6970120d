package dev.earshot.adapter.card;

import dev.earshot.adapter.card.CardReply.Declined;
import dev.earshot.adapter.card.CardReply.NeedsCustomer;
import dev.earshot.adapter.card.CardReply.Stands;
import dev.earshot.adapter.card.CardReply.Unknown;
import dev.earshot.adapter.card.OpenCardOperations.Open;
import dev.earshot.adapter.retry.LeftInPeace;
import dev.earshot.api.card.CardDecline;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.axonframework.common.AxonThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks the provider about cards, so many questions side by side and none while the provider is down; each question less and
 * less often while nothing is known. A question is the same however often it is asked, and is asked until it is answered.
 */
@Component
class CardDesk implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(CardDesk.class);

    private final CardProvider provider;
    private final OpenCardOperations open;
    private final CardVault vault;
    private final CardAnswers answers;
    private final Clock clock;
    private final CardDeskSettings settings;
    private final CircuitBreaker breaker;
    private final Semaphore free;
    private final ExecutorService askers = Executors.newCachedThreadPool(new AxonThreadFactory("cards"));

    CardDesk(
            ObjectProvider<CardProvider> providers,
            OpenCardOperations open,
            CardVault vault,
            CardAnswers answers,
            Clock clock,
            CardDeskSettings settings) {
        this.provider = providerOf(providers);
        this.open = open;
        this.vault = vault;
        this.answers = answers;
        this.clock = clock;
        this.settings = settings;
        this.breaker = LeftInPeace.when(provider.name() + "-cards", Unknown.class::isInstance, clock);
        this.free = new Semaphore(settings.atOnce());
    }

    static CardProvider providerOf(ObjectProvider<CardProvider> providers) {
        return providers.getIfAvailable(NoCards::new);
    }

    /** Something may be due; whoever says so does not wait. */
    void askSoon() {
        try {
            askers.execute(this::askDue);
        } catch (RejectedExecutionException closing) {
            LOG.debug("Left to whoever looks next", closing);
        }
    }

    /** Begins to ask what is due, as much as may be asked side by side. */
    void askDue() {
        int most = free.drainPermits();
        int begun = 0;
        try {
            Instant now = clock.instant();
            List<Open> due = most == 0 ? List.of() : open.take(provider.name(), most, now, now.plus(settings.lease()));
            for (Open question : due) {
                askers.execute(() -> askAndGoOn(question));
                begun++;
            }
        } catch (RejectedExecutionException closing) {
            LOG.debug("Left to the end of the lease", closing);
        } finally {
            free.release(most - begun);
        }
    }

    @Override
    public void destroy() {
        askers.shutdownNow();
    }

    private void askAndGoOn(Open question) {
        try {
            ask(question);
        } catch (CallNotPermittedException leftInPeace) {
            later(question, Duration.ZERO);
        } catch (RuntimeException failure) {
            LOG.atWarn()
                    .addKeyValue("operation", question.wish().name())
                    .setCause(failure)
                    .log("A question about a card stays open");
            later(question, Duration.ZERO);
        } finally {
            free.release();
        }
        askDue(); // What was left because too much was asked at once.
    }

    private void ask(Open question) {
        CardReply reply = breaker.executeSupplier(() -> replyTo(question));
        CardOperation wish = question.wish();
        if (reply instanceof Unknown unknown) {
            LOG.atWarn().addKeyValue("operation", wish.name()).log("Nothing is known of a card: {}", unknown.why());
            answers.lost(wish);
            later(question, unknown.atLeast());
        } else if (reply instanceof NeedsCustomer waiting) {
            answers.waiting(wish, waiting);
            open.askAgain(wish, waiting.reference(), clock.instant(), waiting.askAgainAt());
        } else if (reply instanceof Stands) {
            watchOn(question);
        } else {
            answers.tell(provider.name(), wish, reply);
            open.close(wish);
        }
    }

    private CardReply replyTo(Open question) {
        CardOperation wish = question.wish();
        Asked asked = question.asked();
        if (wish instanceof CardOperation.Save save) {
            return provider.save(save, asked);
        } else if (wish instanceof CardOperation.Authorize authorize) {
            return vault.find(authorize.cardId(), provider.name())
                    .map(card -> provider.authorize(authorize, card, asked))
                    .orElseGet(() -> new Declined(CardDecline.CARD_UNKNOWN));
        } else if (wish instanceof CardOperation.Capture capture) {
            return provider.capture(capture, asked);
        } else if (wish instanceof CardOperation.Release release) {
            return provider.release(release, asked);
        } else if (wish instanceof CardOperation.Watch watch) {
            return provider.watch(watch);
        } else if (wish instanceof CardOperation.Forget forget) {
            return vault.find(forget.cardId(), provider.name())
                    .map(provider::forget)
                    .orElseGet(CardReply.Done::new);
        }
        throw new IllegalStateException("nobody knows how to ask " + wish.name());
    }

    /** What nobody has taken or let go so shortly before it lapses may belong to a call that is stuck. */
    private void watchOn(Open question) {
        Instant now = clock.instant();
        if (question.wish() instanceof CardOperation.Watch watch
                && watch.captureBefore().minus(settings.watchBefore()).isBefore(now)) {
            LOG.atWarn()
                    .addKeyValue("operation", watch.name())
                    .addKeyValue("lapsesAt", watch.captureBefore())
                    .log("What a card is authorized for is neither taken nor let go, and lapses soon");
        }
        open.askAgain(question.wish(), question.asked().reference(), now, now.plus(settings.watchEvery()));
    }

    private void later(Open question, Duration atLeast) {
        Duration wait = settings.backoff().after(question.asked().attempts());
        Instant now = clock.instant();
        open.askAgain(
                question.wish(),
                question.asked().reference(),
                now,
                now.plus(wait.compareTo(atLeast) < 0 ? atLeast : wait));
    }
}
