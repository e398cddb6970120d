package dev.earshot.api.account;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.pricing.PlanVersion;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.axonframework.serialization.Revision;

/** What has happened to an account. */
public sealed interface AccountEvent {
    AccountId accountId();

    @Revision("1")
    record AccountRegistered(AccountId accountId, Set<Role> roles, Instant at) implements AccountEvent {}

    /** The account has more roles now; {@code roles} are all of them. */
    @Revision("1")
    record RolesGranted(AccountId accountId, Set<Role> roles, Instant at) implements AccountEvent {}

    /** The monetization version of a new account, as the weights in force and the account's id decided. */
    @Revision("1")
    record VersionAssigned(AccountId accountId, PlanVersion version, Instant at) implements AccountEvent {}

    /** The account's calls are paid under another version from now on; running ones are not touched. */
    @Revision("1")
    record VersionMoved(AccountId accountId, PlanVersion from, PlanVersion to, AccountId by, Instant at)
            implements AccountEvent {}

    @Revision("1")
    record OverflowChosen(AccountId accountId, boolean cash, Instant at) implements AccountEvent {}

    /** The member's days begin and end by the clocks of this zone. */
    @Revision("1")
    record TimeZoneChosen(AccountId accountId, ZoneId zone, Instant at) implements AccountEvent {}

    /** The account has had packs of this version, or a membership: whatever version it is on, its calls may burn what is left of them. */
    @Revision("1")
    record PackKept(AccountId accountId, PlanVersion version, Instant at) implements AccountEvent {}

    @Revision("1")
    record FavouriteAdded(AccountId accountId, ListenerId listenerId, Instant at) implements AccountEvent {}

    @Revision("1")
    record FavouriteRemoved(AccountId accountId, ListenerId listenerId, Instant at) implements AccountEvent {}
}
