package dev.earshot.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.account.AccountCommand.AddFavourite;
import dev.earshot.api.account.AccountCommand.RegisterAccount;
import dev.earshot.api.account.AccountCommand.RemoveFavourite;
import dev.earshot.api.account.AccountEvent.AccountRegistered;
import dev.earshot.api.account.AccountEvent.FavouriteAdded;
import dev.earshot.api.account.AccountEvent.FavouriteRemoved;
import dev.earshot.api.account.AccountEvent.RolesGranted;
import dev.earshot.api.account.Role;
import dev.earshot.api.account.RolesHeld;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ListenerId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** A person's account. It is registered with some roles, may be granted more, and keeps favourite listeners. */
@Aggregate(type = "Account", cache = "accountCache", snapshotTriggerDefinition = "accountSnapshots")
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Account {
    @AggregateIdentifier
    private AccountId id;

    private Set<Role> roles = EnumSet.noneOf(Role.class);
    private Set<ListenerId> favourites = new HashSet<>();

    Account() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RolesHeld handle(RegisterAccount command) {
        Set<Role> all = EnumSet.noneOf(Role.class);
        all.addAll(roles);
        all.addAll(command.roles());
        if (id == null) {
            apply(new AccountRegistered(command.accountId(), all, command.at()));
        } else if (!all.equals(roles)) {
            apply(new RolesGranted(id, all, command.at()));
        }
        return new RolesHeld(Set.copyOf(all));
    }

    @CommandHandler
    void handle(AddFavourite command) {
        if (!favourites.contains(command.listenerId())) {
            apply(new FavouriteAdded(id, command.listenerId(), command.at()));
        }
    }

    @CommandHandler
    void handle(RemoveFavourite command) {
        if (favourites.contains(command.listenerId())) {
            apply(new FavouriteRemoved(id, command.listenerId(), command.at()));
        }
    }

    @EventSourcingHandler
    void on(AccountRegistered event) {
        id = event.accountId();
        roles = event.roles();
    }

    @EventSourcingHandler
    void on(RolesGranted event) {
        roles = event.roles();
    }

    @EventSourcingHandler
    void on(FavouriteAdded event) {
        favourites.add(event.listenerId());
    }

    @EventSourcingHandler
    void on(FavouriteRemoved event) {
        favourites.remove(event.listenerId());
    }
}
