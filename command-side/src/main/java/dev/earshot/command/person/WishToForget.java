package dev.earshot.command.person;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.erasure.ErasureStep;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** A step of an erasure that is a command. Where there is nothing to be ended, or it has ended, the step is done. */
record WishToForget(String name, CommandGateway commands, Function<AccountId, Object> wish) implements ErasureStep {
    @Override
    public void erase(AccountId person) {
        try {
            commands.sendAndWait(wish.apply(person));
        } catch (AggregateNotFoundException neverWas) {
            return;
        } catch (CommandExecutionException e) {
            if (!(e.getCause() instanceof Refused)) {
                throw e;
            }
        }
    }
}
