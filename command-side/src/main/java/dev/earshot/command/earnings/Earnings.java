package dev.earshot.command.earnings;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.earnings.EarningsCommand.CreditEarnings;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.money.Money;
import dev.earshot.command.memory.Recent;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * What a listener has earned. Each call is credited once, in the currency its member paid; balances of different
 * currencies stand side by side and are never added up.
 */
@Aggregate(type = "Earnings", cache = "earningsCache", snapshotTriggerDefinition = "earningsSnapshots")
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Earnings {
    private static final int REMEMBERED = 1_000;

    @AggregateIdentifier
    private EarningsId id;

    private Map<Currency, Money> earned = new HashMap<>();
    private Recent<CallId> credited = Recent.atMost(REMEMBERED);

    Earnings() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CreditEarnings command) {
        if (command.amount().minor() < 0) {
            throw new IllegalArgumentException(command.callId() + " cannot have earned " + command.amount());
        }
        if (!credited.includes(command.callId())) {
            apply(new EarningsCredited(command.earningsId(), command.callId(), command.amount(), command.at()));
        }
    }

    @EventSourcingHandler
    void on(EarningsCredited event) {
        id = event.earningsId();
        earned.merge(event.amount().currency(), event.amount(), Money::plus);
        credited.remember(event.callId());
    }
}
