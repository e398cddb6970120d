package dev.earshot.command.topup;

import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.TopUpCommand.ConfirmTopUp;
import dev.earshot.api.topup.TopUpCommand.DeclineTopUp;
import dev.earshot.api.topup.TopUpCommand.FlagTopUp;
import dev.earshot.api.topup.TopUpCommand.RecordPackPaid;
import dev.earshot.api.topup.TopUpCommand.RequestDues;
import dev.earshot.api.topup.TopUpCommand.RequestPack;
import dev.earshot.api.topup.TopUpCommand.RequestTopUp;
import dev.earshot.api.topup.TopUpEvent;
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
import java.util.function.Consumer;

/**
 * How a payment is asked for, once, and what its provider tells of it. A payment told after a decline is believed, for
 * money that has come must never be lost; a decline told after a payment is refused.
 */
record Paying(Order order, Consumer<TopUpEvent> facts) {
    void request(RequestTopUp command, TopUpSettings limits) throws Refused {
        if (order.id == null) {
            limits.refuseUnlessAllowed(command.amount());
            facts.accept(new TopUpRequested(
                    command.topUpId(), command.walletId(), command.amount(), command.method(), command.at()));
        }
    }

    void request(RequestPack command) {
        if (order.id == null) {
            facts.accept(new PackRequested(
                    command.topUpId(), command.walletId(), command.pack(), command.method(), command.at()));
        }
    }

    void request(RequestDues command) {
        if (order.id == null) {
            facts.accept(new DuesRequested(
                    command.topUpId(), command.walletId(), command.dues(), command.method(), command.at()));
        }
    }

    void record(RecordPackPaid command) {
        if (order.id == null) {
            facts.accept(new PackPaid(
                    command.topUpId(), command.walletId(), command.pack(), command.reference(), command.at()));
        }
    }

    void confirm(ConfirmTopUp command) throws Refused {
        if (!command.paid().equals(order.price())) {
            throw TopUpRefusal.TOP_UP_AMOUNT_MISMATCH.of(
                    "%s asks for %s, but %s came", order.id, order.price(), command.paid());
        }
        if (!order.isPaid()) {
            facts.accept(paid(command));
        }
    }

    void flag(FlagTopUp command) {
        boolean isKnown = order.isMismatched() || order.isPaid();
        if (!isKnown && !command.paid().equals(order.price())) {
            facts.accept(new TopUpMismatched(
                    order.id, order.walletId, order.price(), command.paid(), command.reference(), command.at()));
        }
    }

    void decline(DeclineTopUp command) throws Refused {
        if (order.isPaid()) {
            throw TopUpRefusal.TOP_UP_ALREADY_PAID.of("%s is paid and cannot be declined", order.id);
        }
        if (order.isOpen()) {
            facts.accept(
                    order.dues == null
                            ? new TopUpDeclined(order.id, order.walletId, command.reason(), command.at())
                            : new DuesDeclined(order.id, order.walletId, order.dues, command.reason(), command.at()));
        }
    }

    private TopUpEvent paid(ConfirmTopUp command) {
        if (order.dues != null) {
            return new DuesPaid(order.id, order.walletId, order.dues, command.reference(), command.at());
        }
        return order.pack == null
                ? new TopUpPaid(order.id, order.walletId, order.price(), command.reference(), command.at())
                : new PackPaid(order.id, order.walletId, order.pack, command.reference(), command.at());
    }
}
