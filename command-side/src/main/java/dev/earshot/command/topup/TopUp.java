package dev.earshot.command.topup;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.TopUpCommand.AskTopUp;
import dev.earshot.api.topup.TopUpCommand.ConfirmRefund;
import dev.earshot.api.topup.TopUpCommand.ConfirmTopUp;
import dev.earshot.api.topup.TopUpCommand.DeclineTopUp;
import dev.earshot.api.topup.TopUpCommand.FailRefund;
import dev.earshot.api.topup.TopUpCommand.FlagTopUp;
import dev.earshot.api.topup.TopUpCommand.LoseDispute;
import dev.earshot.api.topup.TopUpCommand.OpenDispute;
import dev.earshot.api.topup.TopUpCommand.RecordPackPaid;
import dev.earshot.api.topup.TopUpCommand.RecordRefund;
import dev.earshot.api.topup.TopUpCommand.RecordReturnedRefund;
import dev.earshot.api.topup.TopUpCommand.RequestDues;
import dev.earshot.api.topup.TopUpCommand.RequestPack;
import dev.earshot.api.topup.TopUpCommand.RequestRefund;
import dev.earshot.api.topup.TopUpCommand.RequestRefundOfRest;
import dev.earshot.api.topup.TopUpCommand.RequestTopUp;
import dev.earshot.api.topup.TopUpCommand.WinDispute;
import dev.earshot.api.topup.TopUpEvent;
import dev.earshot.api.topup.TopUpStanding;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * One attempt to put money, or a pack bought with it, into a wallet, or to pay a membership. It is requested, then
 * paid or declined as the provider tells; a pack that was bought outside begins with being paid. {@link Paying}
 * decides that, and {@link Order} is what is to be paid.
 *
 * <p>Providers tell late, twice and out of order, so states only ever move upwards: requested, declined, paid. Of what
 * was paid, refunds and disputes take parts back ({@link Refunding}, {@link Disputing}): {@link Reversed} keeps
 * account of them.
 */
@Aggregate(type = "TopUp", cache = "topUpCache", snapshotTriggerDefinition = "topUpSnapshots")
@Revision("4")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class TopUp {
    @JsonUnwrapped // A snapshot shows no rooms.
    private Order order = new Order();

    private Reversed reversed = new Reversed();

    TopUp() {}

    @AggregateIdentifier
    TopUpId id() {
        return order.id;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestTopUp command, TopUpSettings limits) throws Refused {
        paying().request(command, limits);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestPack command) {
        paying().request(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordPackPaid command) {
        paying().record(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestDues command) {
        paying().request(command);
    }

    @CommandHandler
    void handle(ConfirmTopUp command) throws Refused {
        paying().confirm(command);
        // It may have been given back before we were told that it was paid.
        new Following(order, reversed, AggregateLifecycle::apply).follow(command.at());
    }

    @CommandHandler
    void handle(FlagTopUp command) {
        paying().flag(command);
    }

    @CommandHandler
    void handle(DeclineTopUp command) throws Refused {
        paying().decline(command);
    }

    @CommandHandler
    TopUpStanding handle(AskTopUp command) {
        return order.standing();
    }

    @CommandHandler
    void handle(RequestRefund command) throws Refused {
        refunding().request(command);
    }

    @CommandHandler
    void handle(RequestRefundOfRest command) throws Refused {
        refunding().request(command);
    }

    @CommandHandler
    void handle(ConfirmRefund command) throws Refused {
        refunding().confirm(command);
    }

    @CommandHandler
    void handle(FailRefund command) throws Refused {
        refunding().fail(command);
    }

    @CommandHandler
    void handle(RecordRefund command) throws Refused {
        refunding().record(command);
    }

    @CommandHandler
    void handle(RecordReturnedRefund command) throws Refused {
        refunding().record(command);
    }

    @CommandHandler
    void handle(OpenDispute command) throws Refused {
        disputing().open(command);
    }

    @CommandHandler
    void handle(WinDispute command) throws Refused {
        disputing().win(command);
    }

    @CommandHandler
    void handle(LoseDispute command) throws Refused {
        disputing().lose(command);
    }

    @EventSourcingHandler
    void on(TopUpEvent event) {
        order.on(event);
        reversed.on(event);
    }

    private Paying paying() {
        return new Paying(order, AggregateLifecycle::apply);
    }

    private Refunding refunding() {
        return new Refunding(order, reversed, AggregateLifecycle::apply);
    }

    private Disputing disputing() {
        return new Disputing(order, reversed, AggregateLifecycle::apply);
    }
}
