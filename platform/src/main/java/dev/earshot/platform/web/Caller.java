package dev.earshot.platform.web;

import dev.earshot.api.account.Role;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.WalletId;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is asking: the account of the access token. Declare it as a parameter of a controller method to receive it. */
public record Caller(AccountId accountId, Set<Role> roles) {
    /** The field of the logging context (MDC) that holds the account's id while a request is answered. */
    public static final String IN_LOG = "accountId";

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Who the current thread works for; empty for a request without an access token. */
    public static Optional<Caller> signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
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
