package dev.earshot.command.price;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.id.BookId;
import dev.earshot.api.id.PriceListId;
import dev.earshot.api.price.PriceListCommand.AskPriceList;
import dev.earshot.api.price.PriceListCommand.DraftPriceList;
import dev.earshot.api.price.PriceListCommand.KeepHousePrices;
import dev.earshot.api.price.PriceListCommand.NoteTrial;
import dev.earshot.api.price.PriceListCommand.PublishPriceList;
import dev.earshot.api.price.PriceListCommand.PublishRegardless;
import dev.earshot.api.price.PriceListCommand.WithdrawPriceList;
import dev.earshot.api.price.PriceListEvent;
import dev.earshot.api.price.PriceListEvent.GuardrailOverridden;
import dev.earshot.api.price.PriceListEvent.HousePricesKept;
import dev.earshot.api.price.PriceListEvent.PriceListDrafted;
import dev.earshot.api.price.PriceListEvent.PriceListPublished;
import dev.earshot.api.price.PriceListEvent.PriceListWithdrawn;
import dev.earshot.api.price.PriceListEvent.PricesTried;
import dev.earshot.api.price.PriceListRefusal;
import dev.earshot.api.price.Schedule;
import dev.earshot.api.price.Schedule.Entry;
import dev.earshot.api.price.Trial;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.refusal.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * The house's one book of price lists. It begins with the prices of the settings. A list is drafted, tried in the lab, and
 * published: it is in force from a moment on that every node can know of, until another is. Before that moment a
 * publication can be withdrawn; what was in force at a moment that has passed never changes.
 *
 * <p>A list is published if its last trial speaks for it, and else only on a superadmin's word, which is kept beside it.
 * The prices that were in force before need no trial less: going back is a change like any other.
 */
@Aggregate(type = "PriceBook", snapshotTriggerDefinition = "priceBookSnapshots")
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class PriceBook {
    @AggregateIdentifier
    private BookId id;

    private Map<PriceListId, PriceList> lists = new HashMap<>();
    private List<Tried> trials = new ArrayList<>();
    private Schedule schedule = Schedule.EMPTY;

    PriceBook() {}

    /** The last trial of these prices. */
    private record Tried(PriceList prices, Trial trial) {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(KeepHousePrices command, PublishingSettings settings) {
        if (lists.isEmpty()) {
            apply(new HousePricesKept(command.prices(), Instant.EPOCH, command.at()));
        } else if (isInForce(PriceListId.FIRST, command.at())
                && !command.prices().equals(lists.get(PriceListId.FIRST))) {
            apply(new HousePricesKept(command.prices(), command.at().plus(settings.lead()), command.at()));
        }
    }

    @CommandHandler
    void handle(DraftPriceList command) {
        if (!lists.containsKey(command.priceListId())) {
            apply(new PriceListDrafted(
                    command.priceListId(), command.name(), command.prices(), command.by(), command.at()));
        }
    }

    @CommandHandler
    PriceList handle(AskPriceList command) throws Refused {
        return known(command.priceListId());
    }

    @CommandHandler
    void handle(NoteTrial command) {
        Optional<Trial> last = lastTrialOf(command.prices());
        if (last.isEmpty() || last.get().at().isBefore(command.trial().at())) {
            apply(new PricesTried(command.prices(), command.trial(), command.at()));
        }
    }

    @CommandHandler
    void handle(PublishPriceList command, PublishingSettings settings, GuardrailSettings limits) throws Refused {
        PriceList prices = known(command.priceListId());
        Appointment when = Appointment.of(command.priceListId(), command.from(), command.at(), settings);
        if (when.isMadeIn(schedule)) {
            return;
        }
        guardrail(prices, limits, command.logPosition(), command.at()).refuseIfBreached();
        apply(new PriceListPublished(command.priceListId(), prices, when.from(), command.by(), command.at()));
    }

    @CommandHandler
    void handle(PublishRegardless command, PublishingSettings settings, GuardrailSettings limits) throws Refused {
        PriceList prices = known(command.priceListId());
        Appointment when = Appointment.of(command.priceListId(), command.from(), command.at(), settings);
        if (when.isMadeIn(schedule)) {
            return;
        }
        Guardrail guardrail = guardrail(prices, limits, command.logPosition(), command.at());
        if (!guardrail.findings().isEmpty()) {
            apply(new GuardrailOverridden(
                    command.priceListId(), guardrail.breaches(), command.reason(), command.by(), command.at()));
        }
        apply(new PriceListPublished(command.priceListId(), prices, when.from(), command.by(), command.at()));
    }

    @CommandHandler
    void handle(WithdrawPriceList command) throws Refused {
        known(command.priceListId());
        Optional<Entry> next = schedule.next(command.priceListId(), command.at());
        if (next.isPresent()) {
            apply(new PriceListWithdrawn(command.priceListId(), next.get().from(), command.by(), command.at()));
        } else if (isInForce(command.priceListId(), command.at())) {
            throw PriceListRefusal.PRICE_LIST_ALREADY_IN_FORCE.of(
                    "%s is in force; publish another list in its place", command.priceListId());
        }
    }

    @EventSourcingHandler
    void on(HousePricesKept event) {
        id = BookId.PRICES;
        lists.put(PriceListId.FIRST, event.prices());
        follow(event);
    }

    @EventSourcingHandler
    void on(PriceListDrafted event) {
        lists.put(event.priceListId(), event.prices());
    }

    @EventSourcingHandler
    void on(PricesTried event) {
        trials.removeIf(tried -> tried.prices().equals(event.prices()));
        trials.add(new Tried(event.prices(), event.trial()));
    }

    @EventSourcingHandler
    void on(PriceListPublished event) {
        follow(event);
    }

    @EventSourcingHandler
    void on(PriceListWithdrawn event) {
        follow(event);
    }

    private void follow(PriceListEvent event) {
        schedule = schedule.after(event);
    }

    private PriceList known(PriceListId list) throws Refused {
        PriceList prices = lists.get(list);
        if (prices == null) {
            throw PriceListRefusal.PRICE_LIST_UNKNOWN.of("there is no price list %s", list);
        }
        return prices;
    }

    private Guardrail guardrail(PriceList prices, GuardrailSettings limits, long logPosition, Instant at) {
        return Guardrail.of(lastTrialOf(prices), limits, logPosition, at);
    }

    private Optional<Trial> lastTrialOf(PriceList prices) {
        return trials.stream()
                .filter(tried -> tried.prices().equals(prices))
                .map(Tried::trial)
                .findFirst();
    }

    private boolean isInForce(PriceListId list, Instant at) {
        return Appointment.isInForce(list, schedule, at);
    }
}
