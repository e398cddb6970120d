package dev.earshot.command.reconciliation;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.BreakId;
import dev.earshot.api.reconciliation.BreakCommand.CloseBreak;
import dev.earshot.api.reconciliation.BreakCommand.FindBreak;
import dev.earshot.api.reconciliation.BreakCommand.ResolveBreak;
import dev.earshot.api.reconciliation.BreakEvent.BreakClosed;
import dev.earshot.api.reconciliation.BreakEvent.BreakFound;
import dev.earshot.api.reconciliation.BreakEvent.BreakResolved;
import dev.earshot.api.reconciliation.BreakKind;
import dev.earshot.api.reconciliation.Figure;
import dev.earshot.api.reconciliation.Finding;
import dev.earshot.api.reconciliation.Movement;
import dev.earshot.api.reconciliation.ReconciliationRefusal;
import dev.earshot.api.reconciliation.ResolveReason;
import dev.earshot.command.Refusals;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class BreakTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final AccountId FIN = new AccountId("acc_fin");
    private static final AccountId FAY = new AccountId("acc_fay");
    private static final Finding FINDING = finding(900);
    private static final BreakId ID = FINDING.breakId();

    @Test
    void what_is_found_twice_is_told_once() {
        given().when(find(900)).expectEvents(found(900));
        given(found(900)).when(find(900)).expectNoEvents();
    }

    @Test
    void other_figures_are_told_and_it_stays_the_same_break() {
        given(found(900)).when(find(800)).expectEvents(found(800));
    }

    @Test
    void what_agrees_by_now_is_closed_once_and_may_be_found_again() {
        given(found(900)).when(close()).expectEvents(closed());
        given(found(900), closed()).when(close()).expectNoEvents();
        given(found(900), closed()).when(find(900)).expectEvents(found(900));
    }

    @Test
    void what_finance_has_looked_into_is_found_again_only_with_other_figures() {
        given(found(900)).when(resolve(FIN, "their mistake")).expectEvents(resolved(FIN, "their mistake"));
        given(found(900), resolved(FIN, "their mistake")).when(find(900)).expectNoEvents();
        given(found(900), resolved(FIN, "their mistake")).when(find(800)).expectEvents(found(800));
    }

    @Test
    void resolving_twice_is_harmless_and_resolving_what_another_has_resolved_is_refused() {
        given(found(900), resolved(FIN, "their mistake"))
                .when(resolve(FIN, "their mistake"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        Refusals.expect(
                ReconciliationRefusal.BREAK_RESOLVED,
                given(found(900), resolved(FIN, "their mistake")).when(resolve(FAY, "their mistake")));
        Refusals.expect(
                ReconciliationRefusal.BREAK_RESOLVED,
                given(found(900), resolved(FIN, "their mistake")).when(resolve(FIN, "ours")));
    }

    @Test
    void what_is_closed_needs_no_resolution() {
        Refusals.expect(
                ReconciliationRefusal.BREAK_CLOSED, given(found(900), closed()).when(resolve(FIN, "late")));
        given(found(900), resolved(FIN, "late")).when(close()).expectNoEvents();
    }

    private static TestExecutor<Break> given(Object... events) {
        return new AggregateTestFixture<>(Break.class).given(events);
    }

    private static Finding finding(long told) {
        return new Finding(
                "stripe",
                BreakKind.AMOUNT,
                Movement.PAYMENT,
                "pi_1",
                new Figure(told, "USD"),
                new Figure(1000, "USD"),
                AT);
    }

    private static FindBreak find(long told) {
        return new FindBreak(ID, finding(told), "rep_1", AT);
    }

    private static CloseBreak close() {
        return new CloseBreak(ID, FindBreak.ROUND, AT);
    }

    private static ResolveBreak resolve(AccountId by, String note) {
        return new ResolveBreak(ID, by, ResolveReason.THEIR_ERROR, note, AT);
    }

    private static BreakFound found(long told) {
        return new BreakFound(ID, finding(told), "rep_1", AT);
    }

    private static BreakClosed closed() {
        return new BreakClosed(ID, FindBreak.ROUND, AT);
    }

    private static BreakResolved resolved(AccountId by, String note) {
        return new BreakResolved(ID, by, ResolveReason.THEIR_ERROR, note, AT);
    }
}
