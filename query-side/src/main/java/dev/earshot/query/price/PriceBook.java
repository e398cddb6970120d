package dev.earshot.query.price;

import dev.earshot.api.id.PriceListId;
import dev.earshot.api.price.PriceListEvent;
import dev.earshot.api.price.PriceListEvent.GuardrailOverridden;
import dev.earshot.api.price.PriceListEvent.HousePricesKept;
import dev.earshot.api.price.PriceListEvent.PriceListDrafted;
import dev.earshot.api.price.PriceListEvent.PriceListPublished;
import dev.earshot.api.price.PriceListEvent.PriceListWithdrawn;
import dev.earshot.api.price.PriceListEvent.PricesTried;
import dev.earshot.api.price.Schedule;
import dev.earshot.api.price.Trial;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.query.price.PriceListReply.Override;
import dev.earshot.query.price.PriceListReply.Publication;
import dev.earshot.query.price.PriceListReply.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The book of price lists as its facts tell it. */
final class PriceBook {
    private final Map<PriceListId, Drafted> lists = new LinkedHashMap<>();
    private final Map<PriceListId, List<Publication>> publications = new HashMap<>();
    private final Map<PriceListId, Override> overrides = new HashMap<>();
    private final Map<PriceList, Trial> trials = new HashMap<>();
    private Schedule schedule = Schedule.EMPTY;

    private PriceBook() {}

    private record Drafted(String name, PriceList prices, String by, Instant at) {}

    static PriceBook of(List<PriceListEvent> facts) {
        PriceBook book = new PriceBook();
        facts.forEach(book::on);
        return book;
    }

    Schedule schedule() {
        return schedule;
    }

    /** All lists as they stand at this moment, the latest drafted first. */
    List<PriceListReply> lists(Instant at) {
        List<PriceListReply> all = new ArrayList<>();
        lists.keySet().forEach(id -> all.add(0, reply(id, at)));
        return all;
    }

    Optional<PriceListReply> list(PriceListId id, Instant at) {
        return lists.containsKey(id) ? Optional.of(reply(id, at)) : Optional.empty();
    }

    private void on(PriceListEvent fact) {
        schedule = schedule.after(fact);
        if (fact instanceof HousePricesKept kept) {
            lists.put(PriceListId.FIRST, new Drafted("The prices of the settings", kept.prices(), null, kept.at()));
            publish(PriceListId.FIRST, new Publication(kept.from(), null, kept.at(), null, null));
        } else if (fact instanceof PriceListDrafted draft) {
            lists.put(
                    draft.priceListId(),
                    new Drafted(draft.name(), draft.prices(), draft.by().value(), draft.at()));
        } else if (fact instanceof PricesTried tried) {
            trials.put(tried.prices(), tried.trial());
        } else if (fact instanceof GuardrailOverridden override) {
            overrides.put(override.priceListId(), new Override(override.breaches(), override.reason()));
        } else if (fact instanceof PriceListPublished published) {
            publish(
                    published.priceListId(),
                    new Publication(
                            published.from(),
                            published.by().value(),
                            published.at(),
                            overrides.remove(published.priceListId()), // It stands right before its publication.
                            null));
        } else if (fact instanceof PriceListWithdrawn withdrawn) {
            publications
                    .getOrDefault(withdrawn.priceListId(), List.of())
                    .replaceAll(publication -> publication.withdrawn(withdrawn.from(), withdrawn.at()));
        }
    }

    private void publish(PriceListId id, Publication publication) {
        publications.computeIfAbsent(id, absent -> new ArrayList<>()).add(publication);
    }

    private PriceListReply reply(PriceListId id, Instant at) {
        Drafted list = lists.get(id);
        return new PriceListReply(
                id,
                list.name(),
                list.prices(),
                status(id, at),
                list.by(),
                list.at(),
                trials.get(list.prices()),
                publications.getOrDefault(id, List.of()));
    }

    private Status status(PriceListId id, Instant at) {
        if (schedule.at(at).filter(entry -> entry.priceListId().equals(id)).isPresent()) {
            return Status.IN_FORCE;
        }
        if (schedule.next(id, at).isPresent()) {
            return Status.SCHEDULED;
        }
        boolean was = schedule.entries().stream()
                .anyMatch(entry -> entry.priceListId().equals(id));
        return was ? Status.FORMER : Status.DRAFT;
    }
}
