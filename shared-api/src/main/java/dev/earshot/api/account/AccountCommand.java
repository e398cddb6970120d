package dev.earshot.api.account;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ListenerId;
import java.time.Instant;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of an account. */
public sealed interface AccountCommand {
    @TargetAggregateIdentifier
    AccountId accountId();

    /** Opens the account with these roles, or adds those it does not have yet. Answers {@link RolesHeld}. */
    record RegisterAccount(AccountId accountId, Set<Role> roles, Instant at) implements AccountCommand {}

    /** Remembers a listener as a favourite. Repeating it changes nothing. */
    record AddFavourite(AccountId accountId, ListenerId listenerId, Instant at) implements AccountCommand {}

    /** Forgets a favourite. Repeating it changes nothing. */
    record RemoveFavourite(AccountId accountId, ListenerId listenerId, Instant at) implements AccountCommand {}
}
