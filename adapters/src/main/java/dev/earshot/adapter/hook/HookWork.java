package dev.earshot.adapter.hook;

import dev.earshot.adapter.hook.HookInbox.Hook;
import dev.earshot.adapter.payments.Hints;
import dev.earshot.adapter.payments.PaymentEvent;
import dev.earshot.adapter.payments.PaymentEvent.Hint;
import dev.earshot.adapter.payments.PaymentRouter;
import dev.earshot.adapter.payments.Unrouted;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.web.Keepable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Works off what has arrived. A hook may be worked off twice, after a crash or a lost answer, and in any order: the
 * commands that follow from it are harmless when repeated.
 */
@Component
class HookWork {
    private static final Logger LOG = LoggerFactory.getLogger(HookWork.class);

    private final HookInbox inbox;
    private final Map<String, HookProvider> providers;
    private final PaymentRouter router;
    private final Hints hints;
    private final CommandGateway commands;
    private final Clock clock;
    private final HookSettings settings;

    HookWork(
            HookInbox inbox,
            ObjectProvider<HookProvider> providers,
            PaymentRouter router,
            Hints hints,
            CommandGateway commands,
            Clock clock,
            HookSettings settings) {
        this.inbox = inbox;
        this.providers = providers.stream().collect(Collectors.toMap(HookProvider::name, Function.identity()));
        this.router = router;
        this.hints = hints;
        this.commands = commands;
        this.clock = clock;
        this.settings = settings;
    }

    /** Works until nothing is due. */
    void workOff() {
        while (round(inbox::take) == settings.batch()) {
            LOG.debug("More hooks are due");
        }
    }

    /** The same with what nobody took, for what it concerns may be known by now. */
    void tryUnrouted() {
        while (round(inbox::takeUnrouted) == settings.batch()) {
            LOG.debug("More unrouted hooks are due");
        }
    }

    private interface Taking {
        List<Hook> take(int most, Instant now, Instant until);
    }

    /** All commands of a round are under way before the first answer is awaited, so that they are committed in groups. */
    private int round(Taking due) {
        var now = clock.instant();
        List<Hook> taken = due.take(settings.batch(), now, now.plus(settings.lease()));
        var begun = taken.stream().map(this::begin).toList();
        if (!begun.isEmpty()) {
            inbox.conclude(begun.stream().map(CompletableFuture::join).toList());
        }
        return taken.size();
    }

    private CompletableFuture<Conclusion> begin(Hook hook) {
        Optional<PaymentEvent> event;
        try {
            event = read(hook);
            event.ifPresent(HookWork::refuseUnkeepable);
        } catch (RuntimeException unreadable) {
            LOG.atWarn().addKeyValue("hook", hook.id()).setCause(unreadable).log("A hook cannot be read");
            return done(Conclusion.unread(hook, HookStatus.DEAD, unreadable.toString()));
        }
        return event.map(told -> follow(hook, told))
                .orElseGet(() -> done(Conclusion.unread(hook, HookStatus.IGNORED, "")));
    }

    private Optional<PaymentEvent> read(Hook hook) {
        return Optional.ofNullable(providers.get(hook.provider()))
                .orElseThrow(() -> new IllegalStateException(hook.provider() + " is not configured here"))
                .read(hook.body());
    }

    /** A record tells all its texts in one. What came of such a one would be a command that fails every time. */
    private static void refuseUnkeepable(PaymentEvent told) {
        if (!Keepable.isKeepable(told.toString())) {
            throw new IllegalArgumentException("a text with the character U+0000, which nobody here can keep");
        }
    }

    private CompletableFuture<Conclusion> follow(Hook hook, PaymentEvent event) {
        try {
            if (event instanceof Hint hint) {
                boolean taken = hints.take(hook.provider(), hint);
                return done(taken ? Conclusion.of(hook, HookStatus.PROCESSED, event, "") : unrouted(hook, event, ""));
            }
            Optional<Object> command = router.route(hook.provider(), event);
            return command.map(wish -> send(hook, event, wish)).orElseGet(() -> done(unrouted(hook, event, "")));
        } catch (RuntimeException failure) {
            return done(concluded(hook, event, failure));
        }
    }

    private CompletableFuture<Conclusion> send(Hook hook, PaymentEvent event, Object command) {
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        commands.send(command, answer);
        return answer.orTimeout(settings.lease().toMillis(), TimeUnit.MILLISECONDS)
                .handle((result, lost) -> concluded(
                        hook,
                        event,
                        lost != null ? lost : result.optionalExceptionResult().orElse(null)));
    }

    private Conclusion concluded(Hook hook, PaymentEvent event, Throwable failure) {
        if (failure == null) {
            return Conclusion.of(hook, HookStatus.PROCESSED, event, "");
        }
        if (failure instanceof Unrouted) {
            return unrouted(hook, event, failure.getMessage());
        }
        if (find(failure, AggregateNotFoundException.class).isPresent()) {
            String subject = event.about().subject();
            return unrouted(
                    hook,
                    event,
                    "there is no "
                            + (subject.isEmpty() ? "payment " + event.about().payment() : subject));
        }
        return find(failure, Refused.class)
                .map(refused -> refused(hook, event, refused))
                .orElseGet(() -> failed(hook, event, failure));
    }

    /** What is settled already is normal, for events come late and twice; any other refusal is for somebody to look at. */
    private Conclusion refused(Hook hook, PaymentEvent event, Refused refused) {
        String code = refused.code().name();
        return switch (refused.code().kind()) {
            case UNKNOWN -> unrouted(hook, event, code);
            case CONFLICT -> Conclusion.of(hook, HookStatus.PROCESSED, event, code);
            default -> Conclusion.of(hook, HookStatus.DEAD, event, code);
        };
    }

    /** Providers tell in any order: whom it concerns may be known soon. */
    private Conclusion unrouted(Hook hook, PaymentEvent event, String why) {
        int times = hook.unrouted() + 1;
        Instant again = times < settings.unroutedTries()
                ? clock.instant().plus(settings.unroutedBackoff().after(times))
                : Instant.EPOCH;
        return Conclusion.of(hook, HookStatus.UNROUTED, event, why, again);
    }

    private Conclusion failed(Hook hook, PaymentEvent event, Throwable failure) {
        LOG.atWarn().addKeyValue("hook", hook.id()).setCause(failure).log("A hook failed");
        return Conclusion.of(
                hook,
                hook.failures() < settings.attempts() ? HookStatus.RECEIVED : HookStatus.DEAD,
                event,
                failure.toString(),
                clock.instant().plus(settings.backoff().after(hook.failures())));
    }

    private static CompletableFuture<Conclusion> done(Conclusion conclusion) {
        return CompletableFuture.completedFuture(conclusion);
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, next -> next != null, Throwable::getCause)
                .limit(20)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
