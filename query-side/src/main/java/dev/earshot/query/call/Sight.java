package dev.earshot.query.call;

import dev.earshot.api.account.Role;
import dev.earshot.platform.web.Caller;
import java.util.Optional;
import java.util.Set;

/** As whom somebody looks at a call: the member sees what it cost, the listener what it earned, staff both. */
public enum Sight {
    MEMBER,
    LISTENER,
    STAFF;

    private static final Set<Role> STAFF_ROLES = Set.of(Role.SUPERVISOR, Role.ADMIN, Role.SUPERADMIN, Role.FINANCE);

    /** Whether what the member paid, and from which pockets, may be told. */
    public boolean ofCost() {
        return this != LISTENER;
    }

    /** Whether what the listener earned may be told. */
    public boolean ofEarnings() {
        return this != MEMBER;
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
