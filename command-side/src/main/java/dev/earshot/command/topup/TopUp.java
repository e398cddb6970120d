package dev.earshot.command.topup;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.Dues;
import dev.earshot.api.topup.TopUpCommand.AskTopUp;
import dev.earshot.api.topup.TopUpCommand.ConfirmTopUp;
import dev.earshot.api.topup.TopUpCommand.DeclineTopUp;
import dev.earshot.api.topup.TopUpCommand.FlagTopUp;
import dev.earshot.api.topup.TopUpCommand.RecordPackPaid;
import dev.earshot.api.topup.TopUpCommand.RequestDues;
import dev.earshot.api.topup.TopUpCommand.RequestPack;
import dev.earshot.api.topup.TopUpCommand.RequestTopUp;
import dev.earshot.api.topup.TopUpEvent.DuesDeclined;
import dev.earshot.api.topup.TopUpEvent.DuesPaid;
import dev.earshot.api.topup.TopUpEvent.DuesRequested;
import dev.earshot.api.topup.TopUpEvent.PackPaid;
import dev.earshot.api.topup.TopUpEvent.PackRequested;
import dev.earshot.api.topup.TopUpEvent.TopUpDeclined;
import dev.earshot.api.topup.TopUpEvent.TopUpMismatched;
import dev.earshot.api.topup.TopUpEvent.TopUpPaid;
import dev.earshot.api.topup.TopUpEvent.TopUpRequested;
import dev.earshot.api.topup.TopUpRefusal;
import dev.earshot.api.topup.TopUpStanding;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * One attempt to put money, or a pack bought with it, into a wallet, or to pay a membership. It is requested, then paid
 * or declined as the provider tells; a pack that was bought outside begins with being paid.
 *
 * <p>Providers tell late, twice and out of order, so states only ever move upwards: requested, declined, paid. A payment
 * told after a decline is believed, for money that has come must never be lost; a decline told after a payment is refused.
 * Of what was paid, refunds and disputes take parts back: {@link GivenBack} keeps account of them.
 */
@Aggregate(type = "TopUp", cache = "topUpCache", snapshotTriggerDefinition = "topUpSnapshots")
@Revision("3")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class TopUp {
    private enum Stage {
        REQUESTED,
        DECLINED,
        MISMATCHED,
        PAID
    }

    @AggregateIdentifier
    private TopUpId id;

    private WalletId walletId;
    private Money amount;
    private Pack pack; // Absent from a top-up of money.
    private Dues dues; // Only of what pays a membership.
    private Stage stage;

    @AggregateMember
    private GivenBack givenBack = new GivenBack();

    TopUp() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestTopUp command, TopUpSettings limits) throws Refused {
        if (id != null) {
            return;
        }
        limits.refuseUnlessAllowed(command.amount());
        apply(new TopUpRequested(
                command.topUpId(), command.walletId(), command.amount(), command.method(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestPack command) {
        if (id == null) {
            apply(new PackRequested(
                    command.topUpId(), command.walletId(), command.pack(), command.method(), command.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordPackPaid command) {
        if (id == null) {
            apply(new PackPaid(
                    command.topUpId(), command.walletId(), command.pack(), command.reference(), command.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestDues command) {
        if (id == null) {
            apply(new DuesRequested(
                    command.topUpId(), command.walletId(), command.dues(), command.method(), command.at()));
        }
    }

    @CommandHandler
    void handle(ConfirmTopUp command) throws Refused {
        if (!command.paid().equals(price())) {
            throw TopUpRefusal.TOP_UP_AMOUNT_MISMATCH.of("%s asks for %s, but %s came", id, price(), command.paid());
        }
        if (stage == Stage.PAID) {
            return;
        }
        if (dues != null) {
            apply(new DuesPaid(id, walletId, dues, command.reference(), command.at()));
        } else if (pack != null) {
            apply(new PackPaid(id, walletId, pack, command.reference(), command.at()));
        } else {
            apply(new TopUpPaid(id, walletId, amount, command.reference(), command.at()));
        }
        givenBack.follow(command.at()); // It may have been told before the payment was.
    }

    @CommandHandler
    void handle(FlagTopUp command) {
        boolean flagged = stage == Stage.MISMATCHED || stage == Stage.PAID;
        if (!flagged && !command.paid().equals(price())) {
            apply(new TopUpMismatched(id, walletId, price(), command.paid(), command.reference(), command.at()));
        }
    }

    @CommandHandler
    void handle(DeclineTopUp command) throws Refused {
        if (stage == Stage.PAID) {
            throw TopUpRefusal.TOP_UP_ALREADY_PAID.of("%s is paid and cannot be declined", id);
        }
        if (stage == Stage.REQUESTED) {
            apply(
                    dues == null
                            ? new TopUpDeclined(id, walletId, command.reason(), command.at())
                            : new DuesDeclined(id, walletId, dues, command.reason(), command.at()));
        }
    }

    private Money price() {
        if (dues != null) {
            return dues.amount();
        }
        return pack == null ? amount : pack.price();
    }

    @CommandHandler
    TopUpStanding handle(AskTopUp command) {
        return switch (stage) {
            case REQUESTED, MISMATCHED -> TopUpStanding.OPEN;
            case DECLINED -> TopUpStanding.DECLINED;
            case PAID -> TopUpStanding.PAID;
        };
    }

    @EventSourcingHandler
    void on(TopUpRequested event) {
        id = event.topUpId();
        walletId = event.walletId();
        amount = event.amount();
        stage = Stage.REQUESTED;
    }

    @EventSourcingHandler
    void on(PackRequested event) {
        id = event.topUpId();
        walletId = event.walletId();
        pack = event.pack();
        stage = Stage.REQUESTED;
    }

    @EventSourcingHandler
    void on(DuesRequested event) {
        id = event.topUpId();
        walletId = event.walletId();
        dues = event.dues();
        stage = Stage.REQUESTED;
    }

    @EventSourcingHandler
    void on(DuesPaid event) {
        stage = Stage.PAID;
    }

    @EventSourcingHandler
    void on(DuesDeclined event) {
        stage = Stage.DECLINED;
    }

    @EventSourcingHandler
    void on(TopUpPaid event) {
        stage = Stage.PAID;
    }

    @EventSourcingHandler
    void on(PackPaid event) {
        id = event.topUpId();
        walletId = event.walletId();
        pack = event.pack();
        stage = Stage.PAID;
    }

    @EventSourcingHandler
    void on(TopUpDeclined event) {
        stage = Stage.DECLINED;
    }

    @EventSourcingHandler
    void on(TopUpMismatched event) {
        stage = Stage.MISMATCHED;
    }
}
