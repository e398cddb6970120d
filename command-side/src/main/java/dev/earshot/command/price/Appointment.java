package dev.earshot.command.price;

import dev.earshot.api.id.PriceListId;
import dev.earshot.api.price.PriceListRefusal;
import dev.earshot.api.price.Schedule;
import dev.earshot.api.price.Schedule.Entry;
import dev.earshot.api.refusal.Refused;
import java.time.Instant;
import java.util.Optional;

/**
 * When a list is to come into force.
 *
 * @param wished from when, as it was asked for
 * @param from from when at the earliest that every node can know of it
 * @param now when it was asked for
 */
record Appointment(PriceListId list, Instant wished, Instant from, Instant now) {
    /** Not in the past, and not before every node can know of it. */
    static Appointment of(PriceListId list, Instant wished, Instant now, PublishingSettings settings) throws Refused {
        if (wished.isBefore(now)) {
            throw PriceListRefusal.PUBLICATION_IN_THE_PAST.at("from", "must not lie in the past");
        }
        Instant earliest = now.plus(settings.lead());
        return new Appointment(list, wished, wished.isBefore(earliest) ? earliest : wished, now);
    }

    /** Whether that is decided already, by the same wish repeated or by another that came to the same. */
    boolean isMadeIn(Schedule schedule) throws Refused {
        Optional<Entry> next = schedule.next(list, now);
        boolean atOnce = wished.equals(now);
        if (next.isEmpty()) {
            return atOnce && isInForce(list, schedule, now);
        }
        Instant known = next.get().from();
        if (atOnce ? known.isAfter(from) : !known.equals(from)) {
            throw PriceListRefusal.PRICE_LIST_ALREADY_SCHEDULED.of(
                    "%s comes into force at %s; withdraw that first", list, known);
        }
        return true;
    }

    static boolean isInForce(PriceListId list, Schedule schedule, Instant at) {
        return schedule.at(at).filter(entry -> entry.priceListId().equals(list)).isPresent();
    }
}
