package dev.earshot.command.account;

import dev.earshot.api.account.AccountCommand;
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
import dev.earshot.command.Live;
import dev.earshot.command.Snapshots;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final AccountId ANN = new AccountId("acc_ann");
    private static final ListenerId LEA = new ListenerId("lis_lea");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void is_registered_once_and_tells_its_roles() {
        given().when(register(Role.MEMBER))
                .expectEvents(new AccountRegistered(ANN, Set.of(Role.MEMBER), NOON))
                .expectResultMessagePayload(new RolesHeld(Set.of(Role.MEMBER)));
        given(register(Role.MEMBER)).when(register(Role.MEMBER)).expectNoEvents();
    }

    @Test
    void gains_roles_and_never_loses_one_by_signing_in_with_fewer() {
        Set<Role> both = Set.of(Role.MEMBER, Role.LISTENER);
        given(register(Role.MEMBER)).when(register(Role.LISTENER)).expectEvents(new RolesGranted(ANN, both, NOON));
        given(register(Role.MEMBER, Role.LISTENER))
                .when(register(Role.MEMBER))
                .expectNoEvents()
                .expectResultMessagePayload(new RolesHeld(both));
    }

    @Test
    void remembers_and_forgets_a_favourite_once() {
        var add = new AddFavourite(ANN, LEA, NOON);
        var remove = new RemoveFavourite(ANN, LEA, NOON);
        given(register(Role.MEMBER)).when(add).expectEvents(new FavouriteAdded(ANN, LEA, NOON));
        given(register(Role.MEMBER), add).when(add).expectNoEvents();
        given(register(Role.MEMBER), add).when(remove).expectEvents(new FavouriteRemoved(ANN, LEA, NOON));
        given(register(Role.MEMBER)).when(remove).expectNoEvents();
    }

    @Test
    void a_snapshot_keeps_everything() {
        Live<Account> account = new Live<>(Account.class, new Account());
        account.send(register(Role.MEMBER, Role.LISTENER));
        account.send(new AddFavourite(ANN, LEA, NOON));
        Snapshots.expectToKeep(account.root());
    }

    private static Told given(AccountCommand... past) {
        return new Told(List.of(past));
    }

    private record Told(List<AccountCommand> past) {
        ResultValidator<Account> when(AccountCommand command) {
            return new AggregateTestFixture<>(Account.class).givenCommands(past).when(command);
        }
    }

    private static RegisterAccount register(Role... roles) {
        return new RegisterAccount(ANN, Set.of(roles), NOON);
    }
}
