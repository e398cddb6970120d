package dev.earshot.platform.command;

import dev.earshot.api.refusal.Refused;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/**
 * A command, together with what is written beside the log for it: one transaction holds both or neither. When the command
 * met another one at its aggregate, both are done again.
 */
@Component
public class Together {
    /** For a command that has nothing beside it this time. */
    public static final Runnable NOTHING = () -> {};

    private final CommandBus commands;
    private final TransactionManager transactions;
    private final FollowUps followUps;

    Together(CommandBus commands, TransactionManager transactions, FollowUps followUps) {
        this.commands = commands;
        this.transactions = transactions;
        this.followUps = followUps;
    }

    /** Sends two commands; both are carried out or neither. Fails as the first one fails. */
    public void send(Object command, Object along) throws Refused {
        send(command, () -> followUps.send(along));
    }

    /** Writes, then sends the command. Fails as the command fails, and then nothing is written. */
    public void send(Object command, Runnable write) throws Refused {
        CommandMessage<Object> message = GenericCommandMessage.asCommandMessage(command);
        int failures = 0;
        ResultMessage<?> result = once(message, write);
        while (result.isExceptional() && RetryOnConflict.isWorthATry(result.exceptionResult(), ++failures)) {
            LockSupport.parkNanos(RetryOnConflict.waitAfter(failures).toNanos());
            result = once(message, write);
        }
        throwFailureOf(result);
    }

    private ResultMessage<?> once(CommandMessage<Object> message, Runnable write) {
        UnitOfWork<CommandMessage<Object>> unit = DefaultUnitOfWork.startAndGet(message);
        unit.attachTransaction(transactions);
        return unit.executeWithResult(
                () -> {
                    write.run();
                    FutureCallback<Object, Object> answer = new FutureCallback<>();
                    commands.dispatch(message, answer);
                    throwFailureOf(answer.getResult());
                    return "done";
                },
                RollbackConfigurationType.ANY_THROWABLE);
    }

    private static void throwFailureOf(ResultMessage<?> result) throws Refused {
        if (!result.isExceptional()) {
            return;
        }
        Throwable failure = result.exceptionResult();
        if (failure instanceof Refused refused) {
            throw refused;
        }
        throw failure instanceof RuntimeException unchecked
                ? unchecked
                : new CommandExecutionException("The command failed", failure);
    }
}
