package dev.earshot.command.wallet;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.person.Remains;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.wallet.WalletCommand;
import dev.earshot.api.wallet.WalletCommand.AgreeAllowance;
import dev.earshot.api.wallet.WalletCommand.AskRemains;
import dev.earshot.api.wallet.WalletCommand.CaptureHold;
import dev.earshot.api.wallet.WalletCommand.CreditPack;
import dev.earshot.api.wallet.WalletCommand.CreditTopUp;
import dev.earshot.api.wallet.WalletCommand.ExpectPack;
import dev.earshot.api.wallet.WalletCommand.ExpectTopUp;
import dev.earshot.api.wallet.WalletCommand.ExpireLots;
import dev.earshot.api.wallet.WalletCommand.ExtendHold;
import dev.earshot.api.wallet.WalletCommand.GrantPromo;
import dev.earshot.api.wallet.WalletCommand.LendCard;
import dev.earshot.api.wallet.WalletCommand.LimitAllowance;
import dev.earshot.api.wallet.WalletCommand.OpenWallet;
import dev.earshot.api.wallet.WalletCommand.OweForCard;
import dev.earshot.api.wallet.WalletCommand.PlaceHold;
import dev.earshot.api.wallet.WalletCommand.RaiseReceivable;
import dev.earshot.api.wallet.WalletCommand.ReleaseHold;
import dev.earshot.api.wallet.WalletCommand.ReversePack;
import dev.earshot.api.wallet.WalletCommand.ReverseTopUp;
import dev.earshot.api.wallet.WalletCommand.SetDayZone;
import dev.earshot.api.wallet.WalletCommand.WatchBalance;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.wallet.WalletBook;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * A member's wallet as an aggregate: commands come in one by one, facts go into the log. What is decided, and what a wallet
 * is, stands in {@link WalletBook}, which knows no framework, so that replaying old calls asks the same code.
 */
@Aggregate(type = "Wallet", cache = "walletCache", snapshotTriggerDefinition = "walletSnapshots")
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Wallet {
    @JsonUnwrapped // A snapshot shows no rooms.
    private WalletBook book = new WalletBook();

    Wallet() {}

    @AggregateIdentifier
    WalletId id() {
        return book.id();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenWallet command) throws Refused {
        decide(command);
    }

    @CommandHandler
    void handle(ExpectTopUp command) throws Refused {
        decide(command);
    }

    @CommandHandler
    void handle(CreditTopUp command) throws Refused {
        decide(command);
    }

    @CommandHandler
    void handle(ExpectPack command) throws Refused {
        decide(command);
    }

    @CommandHandler
    void handle(CreditPack command) throws Refused {
        decide(command);
    }

    @CommandHandler
    void handle(GrantPromo command) throws Refused {
        decide(command);
    }

    @CommandHandler
    void handle(RaiseReceivable command) throws Refused {
        decide(command);
    }

    @CommandHandler
    void handle(ReverseTopUp command) throws Refused {
        decide(command);
    }

    @CommandHandler
    void handle(ReversePack command) throws Refused {
        decide(command);
    }

    @CommandHandler
    void handle(OweForCard command) throws Refused {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LendCard command) throws Refused {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PlaceHold command) throws Refused {
        decide(command);
    }

    @CommandHandler
    void handle(ExtendHold command) throws Refused {
        decide(command);
    }

    @CommandHandler
    void handle(CaptureHold command) throws Refused {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReleaseHold command) throws Refused {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AgreeAllowance command) throws Refused {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LimitAllowance command) throws Refused {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SetDayZone command) throws Refused {
        decide(command);
    }

    @CommandHandler
    void handle(WatchBalance command) throws Refused {
        decide(command);
    }

    @CommandHandler
    void handle(ExpireLots command) throws Refused {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Remains handle(AskRemains command) {
        return book.remains();
    }

    @EventSourcingHandler
    void on(WalletEvent event) {
        book.on(event);
    }

    /** A fact that is applied changes the book before the decision goes on. */
    private void decide(WalletCommand command) throws Refused {
        book.handle(command, AggregateLifecycle::apply);
    }
}
