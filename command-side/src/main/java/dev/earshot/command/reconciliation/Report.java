package dev.earshot.command.reconciliation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.id.ReportId;
import dev.earshot.api.reconciliation.ReportCommand.ConcludeReport;
import dev.earshot.api.reconciliation.ReportCommand.ReceiveReport;
import dev.earshot.api.reconciliation.ReportCommand.SetReportAside;
import dev.earshot.api.reconciliation.ReportEvent.ReportCompared;
import dev.earshot.api.reconciliation.ReportEvent.ReportReceived;
import dev.earshot.api.reconciliation.ReportEvent.ReportSetAside;
import dev.earshot.api.reconciliation.Tally;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * A provider's report about its books. It is received once, whole, and compared as often as somebody wants; each outcome that
 * differs from the last is told. One that hardly fits is set aside until it is compared with a better outcome.
 */
@Aggregate(type = "Report", snapshotTriggerDefinition = "reportSnapshots")
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Report {
    @AggregateIdentifier
    private ReportId id;

    private boolean aside;
    private Tally outcome; // Absent before it was compared.

    Report() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReceiveReport command) {
        if (id == null) {
            apply(new ReportReceived(
                    command.reportId(),
                    command.provider(),
                    command.format(),
                    command.digest(),
                    command.from(),
                    command.until(),
                    command.lines(),
                    command.by(),
                    command.at()));
        }
    }

    @CommandHandler
    void handle(ConcludeReport command) {
        if (aside || !command.tally().equals(outcome)) {
            apply(new ReportCompared(id, command.tally(), command.at()));
        }
    }

    @CommandHandler
    void handle(SetReportAside command) {
        if (!aside || !command.tally().equals(outcome)) {
            apply(new ReportSetAside(id, command.tally(), command.at()));
        }
    }

    @EventSourcingHandler
    void on(ReportReceived event) {
        id = event.reportId();
    }

    @EventSourcingHandler
    void on(ReportCompared event) {
        aside = false;
        outcome = event.tally();
    }

    @EventSourcingHandler
    void on(ReportSetAside event) {
        aside = true;
        outcome = event.tally();
    }
}
