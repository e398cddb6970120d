package dev.earshot.platform.command;

import dev.earshot.api.refusal.Refused;
import java.util.Optional;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Commands that follow from a fact. Sent from a saga or an event handler, a command is carried out within the handler's
 * own unit of work: the state of the saga, the events of its commands and the position in the log are committed together
 * or not at all.
 */
@Component
public class FollowUps {
    private static final Logger LOG = LoggerFactory.getLogger(FollowUps.class);

    private final CommandBus commands;
    private final Turns turns;

    FollowUps(CommandBus commands, Turns turns) {
        this.commands = commands;
        this.turns = turns;
    }

    /**
     * Sends a command and expects no answer. A refusal by name is normal, for facts arrive more than once, and only noted;
     * any other failure is thrown, so that the handler's batch is rolled back and tried again.
     */
    public void send(Object command) {
        turns.take();
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        commands.dispatch(GenericCommandMessage.asCommandMessage(command), answer);
        if (answer.isDone()) {
            unexpected(command, answer.getResult()).ifPresent(failure -> {
                throw failure;
            });
        } else {
            // Another process decides; the promise behind this command asks again if it is lost.
            answer.thenAccept(result -> unexpected(command, result)
                    .ifPresent(failure -> LOG.warn("{} failed elsewhere", nameOf(command), failure)));
        }
    }

    private static Optional<RuntimeException> unexpected(Object command, CommandResultMessage<?> result) {
        if (!result.isExceptional()) {
            return Optional.empty();
        }
        Throwable failure = result.exceptionResult();
        if (failure instanceof Refused refused) {
            LOG.info("{} was refused: {}", nameOf(command), refused.code().name());
            return Optional.empty();
        }
        return Optional.of(
                failure instanceof RuntimeException unchecked
                        ? unchecked
                        : new CommandExecutionException(nameOf(command) + " failed", failure));
    }

    private static String nameOf(Object command) {
        return command.getClass().getSimpleName();
    }
}
