package dev.earshot.command.person;

import dev.earshot.api.autotopup.AutoTopUpCommand;
import dev.earshot.api.earnings.EarningsCommand;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.AutoTopUpId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.PresenceId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.membership.MembershipCommand;
import dev.earshot.api.person.Remains;
import dev.earshot.api.presence.PresenceCommand;
import dev.earshot.api.wallet.WalletCommand;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Asks everything that is a person's what it would leave behind. Each answers for itself; no view is asked. */
@Component
class Remaining {
    private final CommandGateway commands;
    private final OpenPayments payments;

    Remaining(CommandGateway commands, OpenPayments payments) {
        this.commands = commands;
        this.payments = payments;
    }

    Remains of(AccountId person) {
        ListenerId listener = ListenerId.of(person);
        Stream<Object> questions = Stream.of(
                new WalletCommand.AskRemains(WalletId.of(person)),
                new AutoTopUpCommand.AskRemains(AutoTopUpId.of(WalletId.of(person))),
                new MembershipCommand.AskRemains(MembershipId.of(person)),
                new PresenceCommand.AskRemains(PresenceId.of(listener)),
                new EarningsCommand.AskRemains(EarningsId.of(listener)));
        return questions
                .map(question -> commands.<Remains>sendAndWait(question))
                .reduce(payments.of(WalletId.of(person)), Remains::and);
    }
}
