package dev.earshot.wallet;

import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.wallet.WalletCommand.OweForCard;
import dev.earshot.api.wallet.WalletCommand.ReversePack;
import dev.earshot.api.wallet.WalletCommand.ReverseTopUp;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.api.wallet.WalletEvent.CardDebtChanged;
import dev.earshot.api.wallet.WalletEvent.CashGivenBack;
import dev.earshot.api.wallet.WalletEvent.CashTakenBack;
import dev.earshot.api.wallet.WalletEvent.DebtGivenBack;
import dev.earshot.api.wallet.WalletEvent.PackGivenBack;
import dev.earshot.api.wallet.WalletEvent.PackTakenBack;
import dev.earshot.api.wallet.WalletEvent.PaymentReversed;
import dev.earshot.api.wallet.WalletEvent.ReceivableCancelled;
import dev.earshot.api.wallet.WalletEvent.ReceivableRaised;
import dev.earshot.wallet.TakenBack.Step;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What goes back to whoever paid it. A payment that goes back takes with it what is left of what it brought, and the rest is
 * owed. What comes back after all ends the debt and gives back what was taken. {@link TakenBack} keeps account of it.
 */
record Reversing(Contents wallet, Consumer<WalletEvent> facts, Settling settling) {
    Reversing(Contents wallet, Consumer<WalletEvent> facts) {
        this(wallet, facts, new Settling(wallet, facts));
    }

    void reverse(ReverseTopUp command) throws Refused {
        if (isNews(command.topUpId().value(), command.revision(), command.inAll())) {
            Bought cash = Bought.cash(command.paid().minor());
            Step step = step(command.topUpId(), cash, command.inAll(), command.revision(), command.at());
            if (step.take() > 0) {
                Money taken = wallet.money(step.take());
                facts.accept(new CashTakenBack(wallet.id, command.topUpId(), taken, command.at()));
            }
            giveBack(command.topUpId(), step.givePaid() + step.giveUnits(), command.at());
            settling.settleUp(command.at());
        }
    }

    void reverse(ReversePack command) throws Refused {
        if (isNews(command.topUpId().value(), command.revision(), command.inAll())) {
            Pack pack = command.pack();
            Bought bought = Bought.pack(command.topUpId(), pack);
            Step step = step(command.topUpId(), bought, command.inAll(), command.revision(), command.at());
            if (step.take() > 0) {
                facts.accept(new PackTakenBack(wallet.id, command.topUpId(), pack, step.take(), command.at()));
            }
            if (step.giveUnits() > 0) {
                facts.accept(new PackGivenBack(wallet.id, command.topUpId(), pack, step.giveUnits(), command.at()));
            }
            giveBack(command.topUpId(), step.givePaid(), command.at());
            settling.settleUp(command.at());
        }
    }

    /** The call was talked: nothing is left of what the card had paid, so all of it is owed. */
    void owe(OweForCard command) throws Refused {
        String reference = command.cardPaymentId().value();
        if (isNews(reference, command.revision(), command.inAll())) {
            settling.settleUp(command.at());
            long owed = wallet.payments.debts.owedFor(reference);
            Step step = wallet.payments.takenBack(reference).to(command.inAll().minor(), Bought.TALKED, 0, owed);
            facts.accept(new CardDebtChanged(
                    wallet.id, command.cardPaymentId(), command.inAll(), command.revision(), command.at()));
            follow(reference, step, command.at());
            if (step.givePaid() > 0) {
                facts.accept(new DebtGivenBack(wallet.id, reference, wallet.money(step.givePaid()), command.at()));
            }
            settling.settleUp(command.at());
        }
    }

    private boolean isNews(String reference, long revision, Money inAll) throws Refused {
        new Limits(wallet).refuseUnlessIn(inAll.currency());
        return wallet.payments.takenBack(reference).revision() < revision;
    }

    /** What a change of this payment asks of the wallet; what is owed for it is changed already. */
    private Step step(TopUpId topUpId, Bought bought, Money inAll, long revision, Instant at) {
        settling.settleUp(at);
        String reference = topUpId.value();
        long available = wallet.pockets.available(bought.pocket(), bought.lot());
        long owed = wallet.payments.debts.owedFor(reference);
        Step step = wallet.payments.takenBack(reference).to(inAll.minor(), bought, available, owed);
        facts.accept(new PaymentReversed(wallet.id, topUpId, inAll, revision, at));
        follow(reference, step, at);
        return step;
    }

    /** What of a step concerns the debt. */
    private void follow(String reference, Step step, Instant at) {
        if (step.owe() > 0) {
            facts.accept(new ReceivableRaised(wallet.id, reference, wallet.money(step.owe()), at));
        }
        if (step.cancel() > 0) {
            facts.accept(new ReceivableCancelled(wallet.id, reference, wallet.money(step.cancel()), at));
        }
    }

    private void giveBack(TopUpId topUpId, long minor, Instant at) {
        if (minor > 0) {
            facts.accept(new CashGivenBack(wallet.id, topUpId, wallet.money(minor), at));
        }
    }
}
