package dev.earshot.api.account;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.money.Money;
import dev.earshot.api.person.ErasureReason;
import dev.earshot.api.pricing.PlanVersion;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of an account. */
public sealed interface AccountCommand {
    @TargetAggregateIdentifier
    AccountId accountId();

    /** Opens the account with these roles, or adds those it does not have yet. Answers {@link RolesHeld}. */
    record RegisterAccount(AccountId accountId, Set<Role> roles, Instant at) implements AccountCommand {}

    /** What are new calls of this account paid by? Changes nothing, answers {@link PlanHeld}. */
    record AskPlan(AccountId accountId) implements AccountCommand {}

    /** Moves the account to another monetization version, for calls requested from now on. Repeating it changes nothing. */
    record MoveToVersion(AccountId accountId, PlanVersion version, AccountId by, Instant at)
            implements AccountCommand {}

    /** The member lets cash pay what the plan's own means do not, or does not. Repeating it changes nothing. */
    record ChooseOverflow(AccountId accountId, boolean cash, Instant at) implements AccountCommand {}

    /** The member's days begin and end by the clocks of this zone from now on. Repeating it changes nothing. */
    record ChooseTimeZone(AccountId accountId, ZoneId zone, Instant at) implements AccountCommand {}

    /** A pack of this version was bought. Only the first of a version is news. */
    record KeepPack(AccountId accountId, PlanVersion version, Instant at) implements AccountCommand {}

    /** Remembers a listener as a favourite. Repeating it changes nothing. */
    record AddFavourite(AccountId accountId, ListenerId listenerId, Instant at) implements AccountCommand {}

    /** Forgets a favourite. Repeating it changes nothing. */
    record RemoveFavourite(AccountId accountId, ListenerId listenerId, Instant at) implements AccountCommand {}

    /**
     * Erases the person behind the account for good. Whoever asks has made sure that nothing stands in the way. Repeating
     * it changes nothing.
     *
     * @param by who asks: the person, or an admin
     * @param forfeited what of value was left and is given up, one amount for each currency
     */
    record EraseAccount(AccountId accountId, AccountId by, ErasureReason reason, List<Money> forfeited, Instant at)
            implements AccountCommand {}
}
