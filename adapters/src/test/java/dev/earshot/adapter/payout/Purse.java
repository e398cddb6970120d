package dev.earshot.adapter.payout;

import dev.earshot.api.payout.PayoutCommand;
import dev.earshot.api.payout.PayoutCommand.ConfirmPayout;
import dev.earshot.api.payout.PayoutCommand.FailPayout;
import dev.earshot.api.payout.PayoutCommand.LosePayout;
import dev.earshot.api.payout.PayoutCommand.SuspendPayee;
import dev.earshot.api.payout.PayoutCommand.TellPayeeNeeds;
import dev.earshot.api.payout.PayoutCommand.VerifyPayee;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandHandler;

/** The deciding side, as simple as can be: it remembers what it was told. */
public class Purse {
    private final List<PayoutCommand> told = new CopyOnWriteArrayList<>();

    @CommandHandler
    void handle(ConfirmPayout command) {
        told.add(command);
    }

    @CommandHandler
    void handle(FailPayout command) {
        told.add(command);
    }

    @CommandHandler
    void handle(LosePayout command) {
        told.add(command);
    }

    @CommandHandler
    void handle(VerifyPayee command) {
        told.add(command);
    }

    @CommandHandler
    void handle(SuspendPayee command) {
        told.add(command);
    }

    @CommandHandler
    void handle(TellPayeeNeeds command) {
        told.add(command);
    }

    /** What was told of this kind. */
    public <T> List<T> told(Class<T> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
