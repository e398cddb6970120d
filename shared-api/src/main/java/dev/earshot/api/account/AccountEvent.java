package dev.earshot.api.account;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ListenerId;
import java.time.Instant;
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

    @Revision("1")
    record FavouriteAdded(AccountId accountId, ListenerId listenerId, Instant at) implements AccountEvent {}

    @Revision("1")
    record FavouriteRemoved(AccountId accountId, ListenerId listenerId, Instant at) implements AccountEvent {}
}
