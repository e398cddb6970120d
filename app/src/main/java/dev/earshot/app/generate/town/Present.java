package dev.earshot.app.generate.town;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

/**
 * The town that this thread works for. Its clock and its command bus are what the promises and routes of all towns get for
 * theirs, so one of each does for all.
 */
public final class Present extends Clock implements CommandBus {
    private final ThreadLocal<Town> town = new ThreadLocal<>();

    void in(Town here, Runnable work) {
        town.set(here);
        try {
            work.run();
        } finally {
            town.remove();
        }
    }

    @Override
    public Instant instant() {
        return town.get().now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        dispatch(command, (sent, answer) -> {});
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        callback.onResult(command, answerTo(command.getPayload()));
    }

    private <R> CommandResultMessage<R> answerTo(Object command) {
        try {
            return GenericCommandResultMessage.asCommandResultMessage(town.get().decide(command));
        } catch (Exception refused) {
            return GenericCommandResultMessage.asCommandResultMessage(refused);
        }
    }

    @Override
    public Registration subscribe(String command, MessageHandler<? super CommandMessage<?>> handler) {
        throw new UnsupportedOperationException("the town's house decides");
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        throw new UnsupportedOperationException("the town's house decides");
    }

    @Override
    public Registration registerDispatchInterceptor(MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        throw new UnsupportedOperationException("the town's house decides");
    }
}
