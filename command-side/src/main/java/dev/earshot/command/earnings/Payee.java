package dev.earshot.command.earnings;

import dev.earshot.api.payout.PayoutRefusal;
import dev.earshot.api.refusal.Refused;

/**
 * Where payouts go.
 *
 * @param account the provider's name for the account; empty before there is one
 * @param verified whether the provider vouches for it
 * @param frozen whether we pay nothing out for now
 */
record Payee(String account, boolean verified, boolean frozen) {
    static final Payee NONE = new Payee("", false, false);

    Payee opened(String newAccount) {
        return new Payee(newAccount, false, frozen);
    }

    Payee verified(boolean vouchedFor) {
        return new Payee(account, vouchedFor, frozen);
    }

    Payee frozen(boolean withheld) {
        return new Payee(account, verified, withheld);
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
}
