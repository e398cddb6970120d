package dev.earshot.platform.web;

import dev.earshot.api.account.Role;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.WalletId;
import java.util.Set;

/** Who is asking: the account of the access token. Declare it as a parameter of a controller method to receive it. */
public record Caller(AccountId accountId, Set<Role> roles) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** The caller as a listener, whether or not they are one yet. */
    public ListenerId listenerId() {
        return ListenerId.of(accountId);
    }

    /** The caller's own wallet. */
    public WalletId walletId() {
        return WalletId.of(accountId);
    }

    /** Whether the caller has this role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }
}
