package dev.earshot.query.explain;

import dev.earshot.api.id.PriceListId;
import dev.earshot.api.price.PriceListEvent.HousePricesKept;
import dev.earshot.api.price.PriceListEvent.PriceListPublished;
import dev.earshot.api.price.PriceListEvent.PriceListWithdrawn;
import dev.earshot.query.fold.LogEntry;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** By which prices was a call agreed? */
@Component
@ProcessingGroup("explain-view")
class PricesInForce {
    private final PriceRows rows;

    PricesInForce(PriceRows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(HousePricesKept event, LogEntry entry) {
        save(entry, event.at(), new Detail.Prices(PriceListId.FIRST, event.prices(), event.from()));
    }

    @EventHandler
    void on(PriceListPublished event, LogEntry entry) {
        save(entry, event.at(), new Detail.Prices(event.priceListId(), event.prices(), event.from()));
    }

    @EventHandler
    void on(PriceListWithdrawn event) {
        rows.withdraw(event.priceListId(), event.from());
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }

    private void save(LogEntry entry, Instant at, Detail.Prices detail) {
        rows.save(new Line("", entry.position(), entry.eventId(), Step.PRICED, at, detail));
    }
}
