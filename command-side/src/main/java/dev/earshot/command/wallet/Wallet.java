package dev.earshot.command.wallet;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.wallet.WalletCommand.AgreeAllowance;
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
import dev.earshot.api.wallet.WalletEvent.BalanceWatched;
import dev.earshot.api.wallet.WalletEvent.WalletOpened;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * A member's wallet. It is opened once in one currency; top-ups, bought packs and promotional lots come in, memberships
 * allow so much talk a day, and calls take out by holds.
 *
 * <p>Here every command comes in, and is handed to the room where it is decided: {@link Funding} for what comes in,
 * {@link Reversing} for what goes back, {@link Holding} for calls, {@link Allowing} for memberships. Whatever they decide may
 * free something or be late for something; {@link Settling} sees to that. They all read the same {@link Contents}, which the
 * facts change.
 */
@Aggregate(type = "Wallet", cache = "walletCache", snapshotTriggerDefinition = "walletSnapshots")
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Wallet {
    @JsonUnwrapped // A snapshot shows no rooms.
    private Contents contents = new Contents();

    Wallet() {}

    @AggregateIdentifier
    WalletId id() {
        return contents.id;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenWallet command) {
        if (!contents.isOpen()) {
            apply(new WalletOpened(command.walletId(), command.currency(), command.at()));
        }
    }

    @CommandHandler
    void handle(ExpectTopUp command) throws Refused {
        new Funding(contents).expect(command);
    }

    @CommandHandler
    void handle(CreditTopUp command) throws Refused {
        new Funding(contents).credit(command);
    }

    @CommandHandler
    void handle(ExpectPack command) throws Refused {
        new Funding(contents).expect(command);
    }

    @CommandHandler
    void handle(CreditPack command) throws Refused {
        new Funding(contents).credit(command);
    }

    @CommandHandler
    void handle(GrantPromo command) throws Refused {
        new Funding(contents).grant(command);
    }

    @CommandHandler
    void handle(RaiseReceivable command) throws Refused {
        new Funding(contents).raise(command);
    }

    @CommandHandler
    void handle(ReverseTopUp command) throws Refused {
        new Reversing(contents).reverse(command);
    }

    @CommandHandler
    void handle(ReversePack command) throws Refused {
        new Reversing(contents).reverse(command);
    }

    @CommandHandler
    void handle(OweForCard command) throws Refused {
        new Reversing(contents).owe(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LendCard command) {
        new Holding(contents).lend(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PlaceHold command) {
        new Holding(contents).place(command);
    }

    @CommandHandler
    void handle(ExtendHold command) throws Refused {
        new Holding(contents).extend(command);
    }

    @CommandHandler
    void handle(CaptureHold command) throws Refused {
        new Holding(contents).capture(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReleaseHold command) {
        new Holding(contents).release(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AgreeAllowance command) {
        new Allowing(contents).agree(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LimitAllowance command) {
        new Allowing(contents).limit(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SetDayZone command) {
        new Allowing(contents).follow(command);
    }

    @CommandHandler
    void handle(WatchBalance command) throws Refused {
        new Limits(contents).refuseUnlessIn(command.threshold().currency());
        if (contents.watch.threshold() != command.threshold().minor()) {
            apply(new BalanceWatched(contents.id, command.threshold(), command.at()));
            new Settling(contents).tellIfLow(command.at());
        }
    }

    @CommandHandler
    void handle(ExpireLots command) {
        new Settling(contents).settleUp(command.at());
    }

    @EventSourcingHandler
    void on(WalletEvent event) {
        contents.on(event);
    }
}
