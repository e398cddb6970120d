package dev.earshot.command.earnings;

import dev.earshot.api.payout.PayeeHeld;
import dev.earshot.api.payout.PayeeNeed;
import dev.earshot.api.payout.PayoutEvent;
import dev.earshot.api.payout.PayoutEvent.PayeeNeedsTold;
import dev.earshot.api.payout.PayoutEvent.PayeeOpened;
import dev.earshot.api.payout.PayoutEvent.PayeeSuspended;
import dev.earshot.api.payout.PayoutEvent.PayeeVerified;
import dev.earshot.api.payout.PayoutEvent.PayoutsFrozen;
import dev.earshot.api.payout.PayoutEvent.PayoutsUnfrozen;
import dev.earshot.api.payout.PayoutRefusal;
import dev.earshot.api.refusal.Refused;
import java.util.List;

/**
 * Where payouts go.
 *
 * @param account the provider's name for the account; empty before there is one
 * @param method how the provider pays into it; empty before there is one
 * @param verified whether the provider vouches for it
 * @param suspended whether the provider did and does not any more
 * @param needs what the provider misses, as it told last
 * @param frozen whether we pay nothing out for now
 */
record Payee(
        String account, String method, boolean verified, boolean suspended, List<PayeeNeed> needs, boolean frozen) {
    static final Payee NONE = new Payee("", "", false, false, List.of(), false);

    Payee after(PayoutEvent event) {
        if (event instanceof PayeeOpened opened) {
            return new Payee(opened.account(), opened.method(), false, false, List.of(), frozen);
        } else if (event instanceof PayeeVerified) {
            return vouchedFor(true);
        } else if (event instanceof PayeeSuspended) {
            return vouchedFor(false);
        } else if (event instanceof PayeeNeedsTold told) {
            return new Payee(account, method, verified, suspended, told.needs(), frozen);
        } else if (event instanceof PayoutsFrozen) {
            return withheld(true);
        } else if (event instanceof PayoutsUnfrozen) {
            return withheld(false);
        }
        return this;
    }

    boolean isAt(String thatAccount) {
        return account.equals(thatAccount);
    }

    PayeeHeld held() {
        return new PayeeHeld(account, method, verified, suspended, frozen);
    }

    void refuseUnlessPayable() throws Refused {
        if (frozen) {
            throw PayoutRefusal.PAYOUTS_FROZEN.of("your payouts are frozen; please ask our support");
        }
        if (account.isEmpty()) {
            throw PayoutRefusal.PAYOUT_ACCOUNT_REQUIRED.of("there is no payout account yet; open one first");
        }
        if (!verified) {
            throw PayoutRefusal.PAYOUT_ACCOUNT_UNVERIFIED.of(
                    "the payout account is not verified; finish its onboarding");
        }
    }

    private Payee vouchedFor(boolean now) {
        return new Payee(account, method, now, !now, List.of(), frozen);
    }

    private Payee withheld(boolean now) {
        return new Payee(account, method, verified, suspended, needs, now);
    }
}
