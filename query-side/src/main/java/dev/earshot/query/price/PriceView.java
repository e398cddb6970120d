package dev.earshot.query.price;

import dev.earshot.api.price.PriceListEvent;
import dev.earshot.query.fold.Batch;
import dev.earshot.query.fold.LogEntry;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** What has happened in the book of price lists? */
@Component
@ProcessingGroup("price-view")
class PriceView {
    private final PriceFacts rows;
    private final Batch<PriceFacts.Row> facts;

    PriceView(PriceFacts rows) {
        this.rows = rows;
        this.facts = new Batch<>("price_fact", rows::save);
    }

    @EventHandler
    void on(PriceListEvent event, LogEntry entry) {
        facts.add(new PriceFacts.Row(entry.position(), event));
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
