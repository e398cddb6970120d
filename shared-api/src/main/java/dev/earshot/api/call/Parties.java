package dev.earshot.api.call;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ListenerId;

/**
 * The two of a call.
 *
 * @param memberId who pays
 * @param listenerId who earns
 */
public record Parties(AccountId memberId, ListenerId listenerId) {
    /** Whether this account takes part. */
    public boolean include(AccountId account) {
        return memberId.equals(account) || listenerId.accountId().equals(account);
    }

    /** The side this account is on; only for accounts that take part. */
    public Side sideOf(AccountId account) {
        if (!include(account)) {
            throw new IllegalArgumentException(account + " takes no part in this call");
        }
        return memberId.equals(account) ? Side.MEMBER : Side.LISTENER;
    }
}
