package dev.earshot.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.account.AccountCommand.AddFavourite;
import dev.earshot.api.account.AccountCommand.AskPlan;
import dev.earshot.api.account.AccountCommand.ChooseOverflow;
import dev.earshot.api.account.AccountCommand.ChooseTimeZone;
import dev.earshot.api.account.AccountCommand.EraseAccount;
import dev.earshot.api.account.AccountCommand.KeepPack;
import dev.earshot.api.account.AccountCommand.MoveToVersion;
import dev.earshot.api.account.AccountCommand.RegisterAccount;
import dev.earshot.api.account.AccountCommand.RemoveFavourite;
import dev.earshot.api.account.AccountEvent.AccountRegistered;
import dev.earshot.api.account.AccountEvent.FavouriteAdded;
import dev.earshot.api.account.AccountEvent.FavouriteRemoved;
import dev.earshot.api.account.AccountEvent.OverflowChosen;
import dev.earshot.api.account.AccountEvent.PackKept;
import dev.earshot.api.account.AccountEvent.RolesGranted;
import dev.earshot.api.account.AccountEvent.TimeZoneChosen;
import dev.earshot.api.account.AccountEvent.VersionAssigned;
import dev.earshot.api.account.AccountEvent.VersionMoved;
import dev.earshot.api.account.AccountRefusal;
import dev.earshot.api.account.Role;
import dev.earshot.api.account.RolesHeld;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.person.PersonEvent.AccountErased;
import dev.earshot.api.pricing.PlanHeld;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.refusal.Refused;
import dev.earshot.command.pricing.VersionSettings;
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

/**
 * A person's account. It is registered with some roles, may be granted more, and keeps favourite listeners.
 *
 * <p>It is on one monetization version: assigned at registration, moved by an admin. Accounts from before there were
 * several are on pay per minute. Packs bought of any version stay with it.
 *
 * <p>It ends when its person is erased. Their next sign-in begins another one.
 */
@Aggregate(type = "Account", cache = "accountCache", snapshotTriggerDefinition = "accountSnapshots")
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Account {
    @AggregateIdentifier
    private AccountId id;

    private Set<Role> roles = EnumSet.noneOf(Role.class);
    private Set<ListenerId> favourites = new HashSet<>();
    private PlanVersion version = PlanVersion.PAY_PER_MINUTE;
    private boolean cashOverflow;
    private String zone = ""; // None was chosen.
    private Set<PlanVersion> packs = EnumSet.noneOf(PlanVersion.class);
    private boolean erased;

    Account() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RolesHeld handle(RegisterAccount command, VersionSettings versions) throws Refused {
        refuseIfErased();
        Set<Role> all = EnumSet.noneOf(Role.class);
        all.addAll(roles);
        all.addAll(command.roles());
        if (id == null) {
            apply(new AccountRegistered(command.accountId(), all, command.at()));
            apply(new VersionAssigned(command.accountId(), versions.of(command.accountId()), command.at()));
        } else if (!all.equals(roles)) {
            apply(new RolesGranted(id, all, command.at()));
        }
        return new RolesHeld(Set.copyOf(all));
    }

    /** Whoever never registered has the plan that everybody has who was never moved from it. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PlanHeld handle(AskPlan command) throws Refused {
        refuseIfErased();
        return new PlanHeld(version, cashOverflow, Set.copyOf(packs));
    }

    @CommandHandler
    void handle(MoveToVersion command) throws Refused {
        refuseIfErased();
        if (version != command.version()) {
            apply(new VersionMoved(id, version, command.version(), command.by(), command.at()));
        }
    }

    @CommandHandler
    void handle(ChooseOverflow command) throws Refused {
        refuseIfErased();
        if (cashOverflow != command.cash()) {
            apply(new OverflowChosen(id, command.cash(), command.at()));
        }
    }

    @CommandHandler
    void handle(ChooseTimeZone command) throws Refused {
        refuseIfErased();
        if (!zone.equals(command.zone().getId())) {
            apply(new TimeZoneChosen(id, command.zone(), command.at()));
        }
    }

    /** Who never registered keeps nothing: a store may name somebody we do not know. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(KeepPack command) {
        if (id != null && !erased && !packs.contains(command.version())) {
            apply(new PackKept(id, command.version(), command.at()));
        }
    }

    @CommandHandler
    void handle(AddFavourite command) throws Refused {
        refuseIfErased();
        if (!favourites.contains(command.listenerId())) {
            apply(new FavouriteAdded(id, command.listenerId(), command.at()));
        }
    }

    @CommandHandler
    void handle(RemoveFavourite command) throws Refused {
        refuseIfErased();
        if (favourites.contains(command.listenerId())) {
            apply(new FavouriteRemoved(id, command.listenerId(), command.at()));
        }
    }

    @CommandHandler
    void handle(EraseAccount command) {
        if (!erased) {
            apply(new AccountErased(id, command.by(), command.reason(), command.forfeited(), command.at()));
        }
    }

    private void refuseIfErased() throws Refused {
        if (erased) {
            throw AccountRefusal.ACCOUNT_ERASED.of("this account was erased");
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
    void on(VersionAssigned event) {
        version = event.version();
    }

    @EventSourcingHandler
    void on(VersionMoved event) {
        version = event.to();
    }

    @EventSourcingHandler
    void on(OverflowChosen event) {
        cashOverflow = event.cash();
    }

    @EventSourcingHandler
    void on(TimeZoneChosen event) {
        zone = event.zone().getId();
    }

    @EventSourcingHandler
    void on(PackKept event) {
        packs.add(event.version());
    }

    @EventSourcingHandler
    void on(FavouriteAdded event) {
        favourites.add(event.listenerId());
    }

    @EventSourcingHandler
    void on(FavouriteRemoved event) {
        favourites.remove(event.listenerId());
    }

    @EventSourcingHandler
    void on(AccountErased event) {
        erased = true;
        favourites.clear();
    }
}
