package dev.earshot.command.account;

import dev.earshot.api.account.AccountCommand;
import dev.earshot.api.account.AccountCommand.AddFavourite;
import dev.earshot.api.account.AccountCommand.AskPlan;
import dev.earshot.api.account.AccountCommand.ChooseOverflow;
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
import dev.earshot.api.account.AccountEvent.VersionAssigned;
import dev.earshot.api.account.AccountEvent.VersionMoved;
import dev.earshot.api.account.Role;
import dev.earshot.api.account.RolesHeld;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.pricing.PlanHeld;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.command.Live;
import dev.earshot.command.Snapshots;
import dev.earshot.command.pricing.VersionSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final AccountId ANN = new AccountId("acc_ann");
    private static final AccountId ADMIN = new AccountId("acc_admin");
    private static final VersionSettings TOKENS_ONLY = new VersionSettings(Map.of(PlanVersion.TOKENS, 1));
    private static final ListenerId LEA = new ListenerId("lis_lea");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void is_registered_once_and_tells_its_roles() {
        given().when(register(Role.MEMBER))
                .expectEvents(
                        new AccountRegistered(ANN, Set.of(Role.MEMBER), NOON),
                        new VersionAssigned(ANN, PlanVersion.TOKENS, NOON))
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
    void is_moved_to_another_version_once() {
        var move = new MoveToVersion(ANN, PlanVersion.MOMENTS, ADMIN, NOON);
        given(register(Role.MEMBER))
                .when(move)
                .expectEvents(new VersionMoved(ANN, PlanVersion.TOKENS, PlanVersion.MOMENTS, ADMIN, NOON));
        given(register(Role.MEMBER), move).when(move).expectNoEvents();
    }

    @Test
    void tells_the_plan_of_its_next_call() {
        given(
                        register(Role.MEMBER),
                        new KeepPack(ANN, PlanVersion.TOKENS, NOON),
                        new MoveToVersion(ANN, PlanVersion.MOMENTS, ADMIN, NOON),
                        new ChooseOverflow(ANN, true, NOON))
                .when(new AskPlan(ANN))
                .expectNoEvents()
                .expectResultMessagePayload(new PlanHeld(PlanVersion.MOMENTS, true, Set.of(PlanVersion.TOKENS)));
    }

    /** Accounts registered before there were several versions have no fact of theirs in the log. */
    @Test
    void pays_by_the_minute_while_nothing_else_is_known() {
        var fixture = new AggregateTestFixture<>(Account.class).registerInjectableResource(TOKENS_ONLY);
        fixture.given(new AccountRegistered(ANN, Set.of(Role.MEMBER), NOON))
                .when(new AskPlan(ANN))
                .expectResultMessagePayload(new PlanHeld(PlanVersion.PAY_PER_MINUTE, false, Set.of()));
    }

    @Test
    void chooses_overflow_and_keeps_a_kind_of_pack_once() {
        var choose = new ChooseOverflow(ANN, true, NOON);
        var keep = new KeepPack(ANN, PlanVersion.TOKENS, NOON);
        given(register(Role.MEMBER)).when(choose).expectEvents(new OverflowChosen(ANN, true, NOON));
        given(register(Role.MEMBER), choose).when(choose).expectNoEvents();
        given(register(Role.MEMBER)).when(keep).expectEvents(new PackKept(ANN, PlanVersion.TOKENS, NOON));
        given(register(Role.MEMBER), keep).when(keep).expectNoEvents();
    }

    @Test
    void a_snapshot_keeps_everything() {
        Live<Account> account = new Live<>(Account.class, new Account(), TOKENS_ONLY);
        account.send(new KeepPack(ANN, PlanVersion.TOKENS, NOON));
        account.send(new ChooseOverflow(ANN, true, NOON));
        account.send(register(Role.MEMBER, Role.LISTENER));
        account.send(new AddFavourite(ANN, LEA, NOON));
        Snapshots.expectToKeep(account.root());
    }

    @Test
    void a_snapshot_from_before_there_were_versions_is_read() {
        Live<Account> account = new Live<>(Account.class, new Account(), new VersionSettings(null));
        account.send(register(Role.MEMBER));
        Snapshots.expectToReadWithout(account.root(), "version", "cashOverflow", "packs");
    }

    private static Told given(AccountCommand... past) {
        return new Told(List.of(past));
    }

    private record Told(List<AccountCommand> past) {
        ResultValidator<Account> when(AccountCommand command) {
            var fixture = new AggregateTestFixture<>(Account.class).registerInjectableResource(TOKENS_ONLY);
            TestExecutor<Account> told = fixture.givenCommands(past);
            return told.when(command);
        }
    }

    private static RegisterAccount register(Role... roles) {
        return new RegisterAccount(ANN, Set.of(roles), NOON);
    }
}
