package dev.earshot.query.call;

import dev.earshot.api.account.Role;
import dev.earshot.platform.web.Caller;
import java.util.Optional;
import java.util.Set;

/** As whom somebody looks at a call: all see how the charge was split, the listener nothing of the member's pockets. */
public enum Sight {
    MEMBER,
    LISTENER,
    STAFF;

    private static final Set<Role> STAFF_ROLES = Set.of(Role.SUPERVISOR, Role.ADMIN, Role.SUPERADMIN, Role.FINANCE);

    /** Whether what the member paid, and from which pockets, may be told. */
    public boolean ofCost() {
        return this != LISTENER;
    }

    /** Empty when the call is none of the caller's business; a listener knows only of calls that rang. */
    static Optional<Sight> of(Caller caller, CallState call) {
        if (call.parties.memberId().equals(caller.accountId())) {
            return Optional.of(MEMBER);
        }
        if (call.parties.listenerId().equals(caller.listenerId()) && call.admittedAt != null) {
            return Optional.of(LISTENER);
        }
        return caller.roles().stream().anyMatch(STAFF_ROLES::contains) ? Optional.of(STAFF) : Optional.empty();
    }
}
