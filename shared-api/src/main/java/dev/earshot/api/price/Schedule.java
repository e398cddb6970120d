package dev.earshot.api.price;

import dev.earshot.api.id.PriceListId;
import dev.earshot.api.pricing.PriceList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which price list is in force when. Entries begin in the future when they are made, so what was in force at a moment
 * that has passed never changes.
 *
 * @param entries in the order of their beginnings
 */
public record Schedule(List<Entry> entries) {
    /** Before anything is known. */
    public static final Schedule EMPTY = new Schedule(List.of());

    public Schedule {
        entries = List.copyOf(entries);
    }

    /** A list that is in force from then on, until the next. */
    public record Entry(PriceListId priceListId, PriceList prices, Instant from) {}

    /** What is in force at this moment; nothing before the first entry. */
    public Optional<Entry> at(Instant moment) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (!entries.get(i).from().isAfter(moment)) {
                return Optional.of(entries.get(i));
            }
        }
        return Optional.empty();
    }

    /** When this list comes into force after this moment, if it does. */
    public Optional<Entry> next(PriceListId list, Instant moment) {
        return entries.stream()
                .filter(entry ->
                        entry.priceListId().equals(list) && entry.from().isAfter(moment))
                .findFirst();
    }

    /** This schedule as the fact changes it. */
    public Schedule after(PriceListEvent fact) {
        if (fact instanceof PriceListEvent.HousePricesKept kept) {
            return with(new Entry(PriceListId.FIRST, kept.prices(), kept.from()));
        }
        if (fact instanceof PriceListEvent.PriceListPublished published) {
            return with(new Entry(published.priceListId(), published.prices(), published.from()));
        }
        if (fact instanceof PriceListEvent.PriceListWithdrawn withdrawn) {
            return without(withdrawn);
        }
        return this;
    }

    /** Of two that begin at the same moment the one that was decided later counts. */
    private Schedule with(Entry entry) {
        List<Entry> more = new ArrayList<>(entries);
        int place = more.size();
        while (place > 0 && more.get(place - 1).from().isAfter(entry.from())) {
            place--;
        }
        more.add(place, entry);
        return new Schedule(more);
    }

    private Schedule without(PriceListEvent.PriceListWithdrawn withdrawn) {
        return new Schedule(entries.stream()
                .filter(entry -> !entry.priceListId().equals(withdrawn.priceListId())
                        || !entry.from().equals(withdrawn.from()))
                .toList());
    }
}
