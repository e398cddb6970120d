package dev.earshot.platform.command;

import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.trace.Correlation;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Commits the commands of the edges in groups. Appends to the log do not overlap and each waits for the disk; while one
 * group does, the next gathers. A lone command is carried out at once, alone.
 *
 * <p>Nobody is answered before the commit. A group in which anything fails unexpectedly is undone, and each of its commands
 * is carried out alone: a stranger's broken command costs time, never another's command.
 */
@Component
class GroupCommit implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int MOST = 100;
    private static final int WAITING = 10_000;

    private final CommandBus commands;
    private final TransactionManager transactions;
    private final Turns turns;
    private final Correlation correlation;
    private final BlockingQueue<Asked<?, ?>> waiting = new LinkedBlockingQueue<>(WAITING);
    private final Thread worker = new Thread(this::work, "group-commit");
    private volatile boolean closed;

    GroupCommit(CommandBus commands, TransactionManager transactions, Turns turns, Correlation correlation) {
        this.commands = commands;
        this.transactions = transactions;
        this.turns = turns;
        this.correlation = correlation;
        worker.setDaemon(true);
        worker.start();
    }

    /** A command that waits for its group, with the context of whoever asked. */
    private record Asked<C, R>(
            CommandMessage<C> command, CommandCallback<? super C, ? super R> callback, Context context) {
        void alone(CommandBus bus) {
            context.wrap(() -> bus.dispatch(command, callback)).run();
        }

        /** Carries it out within the running unit of work. */
        Answered<C, R> within(CommandBus bus) {
            FutureCallback<C, R> answer = new FutureCallback<>();
            context.wrap(() -> bus.dispatch(command, answer)).run();
            CommandResultMessage<? extends R> result = answer.getResult();
            if (result.isExceptional() && !(result.exceptionResult() instanceof Refused)) {
                throw new CommandExecutionException("a command of the group failed", result.exceptionResult());
            }
            return new Answered<>(this, result);
        }
    }

    private record Answered<C, R>(Asked<C, R> asked, CommandResultMessage<? extends R> result) {
        void tell() {
            asked.callback().onResult(asked.command(), result);
        }
    }

    /** Sends a command; whoever already has a unit of work has it carried out within that. */
    <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        if (closed || CurrentUnitOfWork.isStarted()) {
            commands.dispatch(command, callback);
            return;
        }
        @SuppressWarnings("unchecked")
        CommandMessage<C> ofStory =
                (CommandMessage<C>) correlation.handle(List.of(command)).apply(0, command);
        if (!waiting.offer(new Asked<C, R>(ofStory, callback, Context.current()))) {
            commands.dispatch(command, callback); // Overrun; alone it waits for its own commit, as all would.
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        closed = true;
        worker.join(TimeUnit.SECONDS.toMillis(10));
    }

    private void work() {
        try {
            while (!closed || !waiting.isEmpty()) {
                Asked<?, ?> first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Asked<?, ?>> group = new ArrayList<>(List.of(first));
                    waiting.drainTo(group, MOST - 1);
                    commit(group);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void commit(List<Asked<?, ?>> group) {
        try {
            List<Answered<?, ?>> answers = new ArrayList<>();
            if (group.size() > 1 && together(group, answers)) {
                answers.forEach(Answered::tell);
            } else {
                group.forEach(asked -> asked.alone(commands));
            }
        } catch (RuntimeException failure) {
            LOG.error("a group of {} commands was not answered", group.size(), failure);
        }
    }

    private boolean together(List<Asked<?, ?>> group, List<Answered<?, ?>> answers) {
        UnitOfWork<CommandMessage<?>> unit = DefaultUnitOfWork.startAndGet(null);
        unit.attachTransaction(transactions);
        return !unit.executeWithResult(
                        () -> {
                            turns.take();
                            group.forEach(asked -> answers.add(asked.within(commands)));
                            return true;
                        },
                        RollbackConfigurationType.ANY_THROWABLE)
                .isExceptional();
    }
}
