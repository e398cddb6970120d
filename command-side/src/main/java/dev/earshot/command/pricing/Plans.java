package dev.earshot.command.pricing;

import dev.earshot.api.id.PriceListId;
import dev.earshot.api.price.Schedule;
import dev.earshot.api.price.Schedule.Entry;
import dev.earshot.api.pricing.PriceList;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Which price list sets the terms of what begins. Known without asking anybody: whoever follows the book of price lists tells
 * it here, and until then the settings' own list is in force.
 */
@Component
public class Plans {
    private final PriceList house;
    private volatile Schedule schedule;

    Plans(PricingSettings settings) {
        house = settings.priceList();
        schedule = new Schedule(List.of(new Entry(PriceListId.FIRST, house, Instant.EPOCH)));
    }

    /** The price list in force at this moment. */
    public PriceList at(Instant moment) {
        return schedule.at(moment).map(Entry::prices).orElse(house);
    }

    /** From now on this is what is known of the book. */
    public void follow(Schedule known) {
        schedule = known;
    }
}
