package dev.earshot.wallet;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.LotId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.api.wallet.WalletEvent.CardDebtChanged;
import dev.earshot.api.wallet.WalletEvent.CardLent;
import dev.earshot.api.wallet.WalletEvent.CashGivenBack;
import dev.earshot.api.wallet.WalletEvent.CashTakenBack;
import dev.earshot.api.wallet.WalletEvent.DebtGivenBack;
import dev.earshot.api.wallet.WalletEvent.PackCredited;
import dev.earshot.api.wallet.WalletEvent.PackGivenBack;
import dev.earshot.api.wallet.WalletEvent.PackTakenBack;
import dev.earshot.api.wallet.WalletEvent.PaymentReversed;
import dev.earshot.api.wallet.WalletEvent.PromoGranted;
import dev.earshot.api.wallet.WalletEvent.ReceivableCancelled;
import dev.earshot.api.wallet.WalletEvent.ReceivablePaid;
import dev.earshot.api.wallet.WalletEvent.ReceivableRaised;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import dev.earshot.memory.Recent;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a wallet remembers of what came in and went back: which of it was told already, how its owner has answered for the
 * payments that went back, and what is still owed. Only facts change it; those who decide read it.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Payments {
    static final int REMEMBERED = 1_000;

    Recent<TopUpId> credited = Recent.atMost(REMEMBERED);
    Recent<LotId> granted = Recent.atMost(REMEMBERED);
    Recent<CardPaymentId> lent = Recent.atMost(REMEMBERED);
    Recent<String> indebted = Recent.atMost(REMEMBERED);
    Debts debts = Debts.none();
    private Map<String, TakenBack> reversed = new LinkedHashMap<>();

    /** The same, which goes its own way from now on. */
    Payments copy() {
        Payments copy = new Payments();
        copy.credited = credited.copy();
        copy.granted = granted.copy();
        copy.lent = lent.copy();
        copy.indebted = indebted.copy();
        copy.debts = debts;
        copy.reversed = new LinkedHashMap<>(reversed);
        return copy;
    }

    TakenBack takenBack(String reference) {
        return reversed.getOrDefault(reference, TakenBack.NOTHING);
    }

    void on(WalletEvent event) {
        if (event instanceof TopUpCredited credit) {
            credited.remember(credit.topUpId());
        } else if (event instanceof PackCredited credit) {
            credited.remember(credit.topUpId());
        } else if (event instanceof PromoGranted promo) {
            granted.remember(promo.lotId());
        } else if (event instanceof CardLent card) {
            lent.remember(card.cardPaymentId());
        } else if (event instanceof ReceivableRaised debt) {
            debts = debts.raise(debt.reference(), debt.amount().minor());
            indebted.remember(debt.reference());
        } else if (event instanceof ReceivablePaid debt) {
            on(debt);
        } else if (event instanceof ReceivableCancelled debt) {
            debts = debts.reduce(debt.reference(), debt.amount().minor());
        } else if (event instanceof PaymentReversed reversal) {
            reverses(reversal.topUpId().value(), reversal.revision(), reversal.inAll());
        } else if (event instanceof CardDebtChanged debt) {
            reverses(debt.cardPaymentId().value(), debt.revision(), debt.inAll());
        } else if (event instanceof DebtGivenBack back) {
            pays(back.reference(), -back.amount().minor());
        } else if (event instanceof CashTakenBack back) {
            takes(back.topUpId(), back.amount().minor());
        } else if (event instanceof CashGivenBack back) {
            on(back);
        } else if (event instanceof PackTakenBack back) {
            takes(back.topUpId(), back.units());
        } else if (event instanceof PackGivenBack back) {
            takes(back.topUpId(), -back.units());
        }
    }

    private void on(ReceivablePaid event) {
        long paid = event.amount().minor();
        debts = debts.reduce(event.reference(), paid);
        pays(event.reference(), paid);
    }

    private void reverses(String reference, long revision, Money inAll) {
        reversed.put(reference, takenBack(reference).at(revision, inAll.minor()));
    }

    private void on(CashGivenBack event) {
        long minor = event.amount().minor();
        String reference = event.topUpId().value();
        long ofPaid = Math.min(minor, takenBack(reference).paid());
        pays(reference, -ofPaid);
        takes(event.topUpId(), ofPaid - minor);
    }

    private void pays(String reference, long minor) {
        reversed.computeIfPresent(reference, (payment, taken) -> taken.paying(minor));
    }

    private void takes(TopUpId topUpId, long units) {
        reversed.computeIfPresent(topUpId.value(), (topUp, taken) -> taken.taking(units));
    }
}
