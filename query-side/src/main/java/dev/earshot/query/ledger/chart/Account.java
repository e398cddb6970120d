package dev.earshot.query.ledger.chart;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.WalletId;
import java.util.Currency;

/**
 * A sub-account: the smallest thing that has a balance.
 *
 * @param owner the id of the member's account, of the listener, or the provider's name; empty where it is nobody's
 * @param currency the code of its only currency
 */
public record Account(Code code, String owner, String currency) {
    /** An account that belongs to nobody. */
    public static Account of(Code code, Currency currency) {
        return new Account(code, "", currency.getCurrencyCode());
    }

    /** A member's. */
    public static Account of(Code code, AccountId member, Currency currency) {
        return new Account(code, member.value(), currency.getCurrencyCode());
    }

    /** That of the member whose wallet this is. */
    public static Account of(Code code, WalletId wallet, Currency currency) {
        return of(code, wallet.accountId(), currency);
    }

    /** That of the member whose membership this is. */
    public static Account of(Code code, MembershipId membership, Currency currency) {
        return of(code, membership.accountId(), currency);
    }

    /** A listener's. */
    public static Account of(Code code, EarningsId earnings, Currency currency) {
        return new Account(code, earnings.listenerId().value(), currency.getCurrencyCode());
    }

    /** A provider's. */
    public static Account of(Code code, String provider, Currency currency) {
        return new Account(code, provider, currency.getCurrencyCode());
    }
}
