package dev.earshot.query.account;

import dev.earshot.api.account.AccountEvent.OverflowChosen;
import dev.earshot.api.account.AccountEvent.TimeZoneChosen;
import dev.earshot.api.account.AccountEvent.VersionAssigned;
import dev.earshot.api.account.AccountEvent.VersionMoved;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.person.PersonEvent.AccountErased;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.LogEntry;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** How are the future calls of an account paid? */
@Component
@ProcessingGroup("account-view")
public class AccountPlans {
    private final PlanRows rows;
    private final Fold<PlanState> plans;

    AccountPlans(PlanRows rows) {
        this.rows = rows;
        this.plans = new Fold<>("account_plan", rows, PlanState::new);
    }

    /** The monetization version the account is on. */
    public PlanVersion versionOf(AccountId accountId) {
        return of(accountId).version;
    }

    /** By whose clocks the account's days begin and end, if that was chosen. */
    public Optional<ZoneId> zoneOf(AccountId accountId) {
        return Optional.ofNullable(of(accountId).zone).map(ZoneId::of);
    }

    /** The account's plan; one that the log tells nothing of pays by the minute. */
    PlanState of(AccountId accountId) {
        String id = accountId.value();
        return rows.load(List.of(id)).getOrDefault(id, new PlanState(id));
    }

    @EventHandler
    void on(VersionAssigned event, LogEntry entry) {
        plans.change(event.accountId().value(), entry, plan -> plan.on(event));
    }

    @EventHandler
    void on(VersionMoved event, LogEntry entry) {
        plans.change(event.accountId().value(), entry, plan -> plan.on(event));
    }

    @EventHandler
    void on(OverflowChosen event, LogEntry entry) {
        plans.change(event.accountId().value(), entry, plan -> plan.on(event));
    }

    @EventHandler
    void on(TimeZoneChosen event, LogEntry entry) {
        plans.change(event.accountId().value(), entry, plan -> plan.on(event));
    }

    @EventHandler
    void on(AccountErased event, LogEntry entry) {
        plans.change(event.accountId().value(), entry, PlanState::forget);
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
