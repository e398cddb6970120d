package dev.earshot.wallet;

import dev.earshot.api.pricing.Unit;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.wallet.WalletCommand.CreditPack;
import dev.earshot.api.wallet.WalletCommand.CreditTopUp;
import dev.earshot.api.wallet.WalletCommand.ExpectPack;
import dev.earshot.api.wallet.WalletCommand.ExpectTopUp;
import dev.earshot.api.wallet.WalletCommand.GrantPromo;
import dev.earshot.api.wallet.WalletCommand.RaiseReceivable;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.api.wallet.WalletEvent.PackCredited;
import dev.earshot.api.wallet.WalletEvent.PromoGranted;
import dev.earshot.api.wallet.WalletEvent.ReceivableRaised;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What comes into a wallet: top-ups, bought packs and promotional lots; and debts that others raise, for which whatever
 * comes in is good first. Each comes once, however often it is told.
 */
record Funding(Contents wallet, Consumer<WalletEvent> facts) {
    void expect(ExpectTopUp command) throws Refused {
        limits().refuseUnlessExpected(command.amount());
    }

    void expect(ExpectPack command) throws Refused {
        limits().refuseUnlessIn(command.pack().price().currency());
        limits().refuseUnlessSome(command.pack().unit(), command.pack().units());
    }

    void credit(CreditTopUp command) throws Refused {
        if (wallet.payments.credited.includes(command.topUpId())) {
            return; // Providers tell twice.
        }
        limits().refuseUnlessExpected(command.amount());
        limits().refuseUnlessSome(Unit.MONEY, command.amount().minor());
        tell(new TopUpCredited(wallet.id, command.topUpId(), command.amount(), command.at()), command.at());
    }

    void credit(CreditPack command) throws Refused {
        if (wallet.payments.credited.includes(command.topUpId())) {
            return; // Providers tell twice.
        }
        limits().refuseUnlessOpen();
        limits().refuseUnlessSome(command.pack().unit(), command.pack().units());
        tell(new PackCredited(wallet.id, command.topUpId(), command.pack(), command.at()), command.at());
    }

    void grant(GrantPromo command) throws Refused {
        if (wallet.payments.granted.includes(command.lotId())) {
            return;
        }
        limits().refuseUnlessOpen();
        limits().refuseUnlessSome(command.unit(), command.amount());
        tell(
                new PromoGranted(
                        wallet.id,
                        command.lotId(),
                        command.unit(),
                        command.amount(),
                        command.expiresAt(),
                        command.at()),
                command.at());
    }

    void raise(RaiseReceivable command) throws Refused {
        if (wallet.payments.indebted.includes(command.reference())) {
            return;
        }
        limits().refuseUnlessIn(command.amount().currency());
        limits().refuseUnlessSome(Unit.MONEY, command.amount().minor());
        tell(new ReceivableRaised(wallet.id, command.reference(), command.amount(), command.at()), command.at());
    }

    private void tell(WalletEvent event, Instant at) {
        facts.accept(event);
        new Settling(wallet, facts).settleUp(at);
    }

    private Limits limits() {
        return new Limits(wallet);
    }
}
