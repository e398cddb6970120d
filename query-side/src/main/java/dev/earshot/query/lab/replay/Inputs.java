package dev.earshot.query.lab.replay;

import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.wallet.WalletCommand;
import dev.earshot.api.wallet.WalletCommand.AgreeAllowance;
import dev.earshot.api.wallet.WalletCommand.CreditPack;
import dev.earshot.api.wallet.WalletCommand.CreditTopUp;
import dev.earshot.api.wallet.WalletCommand.ExpireLots;
import dev.earshot.api.wallet.WalletCommand.GrantPromo;
import dev.earshot.api.wallet.WalletCommand.LendCard;
import dev.earshot.api.wallet.WalletCommand.OpenWallet;
import dev.earshot.api.wallet.WalletCommand.OweForCard;
import dev.earshot.api.wallet.WalletCommand.RaiseReceivable;
import dev.earshot.api.wallet.WalletCommand.ReversePack;
import dev.earshot.api.wallet.WalletCommand.ReverseTopUp;
import dev.earshot.api.wallet.WalletCommand.SetDayZone;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.api.wallet.WalletEvent.AllowanceAgreed;
import dev.earshot.api.wallet.WalletEvent.AllowanceGranted;
import dev.earshot.api.wallet.WalletEvent.AllowanceLapsed;
import dev.earshot.api.wallet.WalletEvent.CardDebtChanged;
import dev.earshot.api.wallet.WalletEvent.CardLent;
import dev.earshot.api.wallet.WalletEvent.DayZoneSet;
import dev.earshot.api.wallet.WalletEvent.PackCredited;
import dev.earshot.api.wallet.WalletEvent.PackExpired;
import dev.earshot.api.wallet.WalletEvent.PaymentReversed;
import dev.earshot.api.wallet.WalletEvent.PromoExpired;
import dev.earshot.api.wallet.WalletEvent.PromoGranted;
import dev.earshot.api.wallet.WalletEvent.ReceivableRaised;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import dev.earshot.api.wallet.WalletEvent.WalletOpened;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The commands that led to what came from outside, at the same moments. What is lost at its time, and a day's allowance, are
 * told as what they prove: that the wallet was looked at then.
 */
final class Inputs {
    private final Map<TopUpId, Pack> packs = new HashMap<>();
    private final Map<TopUpId, Money> cash = new HashMap<>();
    private String reversed = "";

    /** The same, which hears of other facts from now on. */
    Inputs copy() {
        Inputs copy = new Inputs();
        copy.packs.putAll(packs);
        copy.cash.putAll(cash);
        copy.reversed = reversed;
        return copy;
    }

    /** When this fact happened. */
    static Instant at(WalletEvent fact) {
        if (fact instanceof WalletOpened event) {
            return event.at();
        } else if (fact instanceof TopUpCredited event) {
            return event.at();
        } else if (fact instanceof PackCredited event) {
            return event.at();
        } else if (fact instanceof PromoGranted event) {
            return event.at();
        } else if (fact instanceof PaymentReversed event) {
            return event.at();
        } else if (fact instanceof CardDebtChanged event) {
            return event.at();
        } else if (fact instanceof ReceivableRaised event) {
            return event.at();
        } else if (fact instanceof CardLent event) {
            return event.at();
        } else if (fact instanceof AllowanceAgreed event) {
            return event.at();
        } else if (fact instanceof DayZoneSet event) {
            return event.at();
        } else if (fact instanceof AllowanceGranted event) {
            return event.at();
        } else if (fact instanceof PromoExpired event) {
            return event.at();
        } else if (fact instanceof PackExpired event) {
            return event.at();
        } else if (fact instanceof AllowanceLapsed event) {
            return event.at();
        }
        throw new IllegalArgumentException("nothing that comes from outside: " + fact);
    }

    /** The command behind a fact; none where another command has it as a consequence. */
    Optional<WalletCommand> of(WalletEvent fact) {
        if (fact instanceof ReceivableRaised debt) {
            return reversed.equals(debt.reference() + debt.at())
                    ? Optional.empty()
                    : Optional.of(new RaiseReceivable(debt.walletId(), debt.reference(), debt.amount(), debt.at()));
        } else if (fact instanceof PaymentReversed back) {
            reversed = back.topUpId().value() + back.at();
            return Optional.of(reverse(back));
        } else if (fact instanceof CardDebtChanged debt) {
            reversed = debt.cardPaymentId().value() + debt.at();
            return Optional.of(
                    new OweForCard(debt.walletId(), debt.cardPaymentId(), debt.inAll(), debt.revision(), debt.at()));
        }
        return Optional.of(plain(fact));
    }

    private WalletCommand plain(WalletEvent fact) {
        if (fact instanceof WalletOpened open) {
            return new OpenWallet(open.walletId(), open.currency(), open.at());
        } else if (fact instanceof TopUpCredited credit) {
            cash.put(credit.topUpId(), credit.amount());
            return new CreditTopUp(credit.walletId(), credit.topUpId(), credit.amount(), credit.at());
        } else if (fact instanceof PackCredited credit) {
            packs.put(credit.topUpId(), credit.pack());
            return new CreditPack(credit.walletId(), credit.topUpId(), credit.pack(), credit.at());
        } else if (fact instanceof PromoGranted promo) {
            return new GrantPromo(
                    promo.walletId(), promo.lotId(), promo.unit(), promo.amount(), promo.expiresAt(), promo.at());
        } else if (fact instanceof CardLent card) {
            return new LendCard(card.walletId(), card.callId(), card.cardPaymentId(), card.amount(), card.at());
        } else if (fact instanceof AllowanceAgreed agreed) {
            return new AgreeAllowance(
                    agreed.walletId(),
                    agreed.source(),
                    agreed.secondsPerDay(),
                    agreed.zone(),
                    agreed.until(),
                    agreed.at());
        } else if (fact instanceof DayZoneSet zone) {
            return new SetDayZone(zone.walletId(), zone.zone(), zone.at());
        }
        return new ExpireLots(fact.walletId(), at(fact));
    }

    /** What a payment had brought decides how it goes back. */
    private WalletCommand reverse(PaymentReversed back) {
        Pack pack = packs.get(back.topUpId());
        Money all = back.inAll();
        Money paid = cash.getOrDefault(back.topUpId(), all);
        return pack == null
                ? new ReverseTopUp(back.walletId(), back.topUpId(), paid, all, back.revision(), back.at())
                : new ReversePack(back.walletId(), back.topUpId(), pack, all, back.revision(), back.at());
    }
}
