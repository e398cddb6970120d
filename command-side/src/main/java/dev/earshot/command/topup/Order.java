package dev.earshot.command.topup;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.Dues;
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
import dev.earshot.api.topup.TopUpStanding;

/**
 * What is to be paid, and whether it is. States only ever move upwards. Only facts change it; those who decide read it.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Order {
    private enum Stage {
        REQUESTED,
        DECLINED,
        MISMATCHED,
        PAID
    }

    TopUpId id;
    WalletId walletId;
    private Money amount; // Only of a top-up of money.
    Pack pack; // Only of what buys a pack.
    Dues dues; // Only of what pays a membership.
    String payment; // Absent until it is paid.
    boolean ofStore;
    private Stage stage;

    Money price() {
        if (dues != null) {
            return dues.amount();
        }
        return pack == null ? amount : pack.price();
    }

    void refuseUnlessPricedIn(Money part) throws Refused {
        if (!part.currency().equals(price().currency()) || part.minor() < 0) {
            throw TopUpRefusal.TOP_UP_AMOUNT_MISMATCH.of("%s cost %s; nothing of it can be %s", id, price(), part);
        }
    }

    /** Whether the provider's answer is still to come. */
    boolean isOpen() {
        return stage == Stage.REQUESTED;
    }

    boolean isPaid() {
        return stage == Stage.PAID;
    }

    /** Whether another amount came than was asked for. */
    boolean isMismatched() {
        return stage == Stage.MISMATCHED;
    }

    TopUpStanding standing() {
        return switch (stage) {
            case REQUESTED, MISMATCHED -> TopUpStanding.OPEN;
            case DECLINED -> TopUpStanding.DECLINED;
            case PAID -> TopUpStanding.PAID;
        };
    }

    void on(TopUpEvent event) {
        id = event.topUpId();
        if (event instanceof TopUpRequested requested) {
            amount = requested.amount();
            isFor(requested.walletId());
        } else if (event instanceof PackRequested requested) {
            pack = requested.pack();
            isFor(requested.walletId());
        } else if (event instanceof DuesRequested requested) {
            dues = requested.dues();
            isFor(requested.walletId());
        } else if (event instanceof TopUpPaid paid) {
            isPaidBy(paid.reference());
        } else if (event instanceof PackPaid paid) {
            on(paid);
        } else if (event instanceof DuesPaid paid) {
            isPaidBy(paid.reference());
        } else if (event instanceof TopUpDeclined || event instanceof DuesDeclined) {
            stage = Stage.DECLINED;
        } else if (event instanceof TopUpMismatched) {
            stage = Stage.MISMATCHED;
        }
    }

    private void on(PackPaid event) {
        if (walletId == null) { // Bought elsewhere, and never asked for here.
            walletId = event.walletId();
            ofStore = true;
        }
        pack = event.pack();
        isPaidBy(event.reference());
    }

    private void isFor(WalletId wallet) {
        walletId = wallet;
        stage = Stage.REQUESTED;
    }

    private void isPaidBy(String reference) {
        payment = reference;
        stage = Stage.PAID;
    }
}
