package dev.earshot.api.price;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.PriceListId;
import dev.earshot.api.pricing.PriceList;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/** What has happened in the house's book of price lists. */
public sealed interface PriceListEvent {
    Instant at();

    /** The settings' own prices, {@link PriceListId#FIRST}, are in force from then on. */
    @Revision("1")
    record HousePricesKept(PriceList prices, Instant from, Instant at) implements PriceListEvent {}

    @Revision("1")
    record PriceListDrafted(PriceListId priceListId, String name, PriceList prices, AccountId by, Instant at)
            implements PriceListEvent {}

    /** The lab has tried these prices; a later trial takes the place of an earlier one. */
    @Revision("1")
    record PricesTried(PriceList prices, Trial trial, Instant at) implements PriceListEvent {}

    /**
     * Stands before a publication that the guardrail would have refused for these reasons.
     *
     * @param reason the name of the note that tells why; in facts of an earlier release the note itself
     */
    @Revision("1")
    record GuardrailOverridden(PriceListId priceListId, List<Breach> breaches, String reason, AccountId by, Instant at)
            implements PriceListEvent {}

    /** The list is in force from then on, until another is. */
    @Revision("1")
    record PriceListPublished(PriceListId priceListId, PriceList prices, Instant from, AccountId by, Instant at)
            implements PriceListEvent {}

    /** The list does not come into force after all. */
    @Revision("1")
    record PriceListWithdrawn(PriceListId priceListId, Instant from, AccountId by, Instant at)
            implements PriceListEvent {}
}
