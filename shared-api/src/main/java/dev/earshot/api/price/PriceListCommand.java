package dev.earshot.api.price;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.BookId;
import dev.earshot.api.id.PriceListId;
import dev.earshot.api.pricing.PriceList;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of the house's book of price lists. */
public sealed interface PriceListCommand {
    /** There is one such book. */
    @TargetAggregateIdentifier
    default BookId bookId() {
        return BookId.PRICES;
    }

    /** The settings of a node give these prices. Changes nothing while a published list is in force. */
    record KeepHousePrices(PriceList prices, Instant at) implements PriceListCommand {}

    /** Writes a list down. Repeating it changes nothing. */
    record DraftPriceList(PriceListId priceListId, String name, PriceList prices, AccountId by, Instant at)
            implements PriceListCommand {}

    /** What are the prices of this list? Changes nothing, answers a {@link PriceList}. */
    record AskPriceList(PriceListId priceListId) implements PriceListCommand {}

    /** The lab has tried these prices, and nothing else, on everybody's calls. Repeating it changes nothing. */
    record NoteTrial(PriceList prices, Trial trial, Instant at) implements PriceListCommand {}

    /**
     * Puts a list in force for calls requested from then on. Repeating it changes nothing.
     *
     * @param from the moment wished for; it comes a little later if not every node could have heard of it by then
     * @param logPosition where the log ends now, by which it is told how much has happened since the list was tried
     */
    record PublishPriceList(PriceListId priceListId, Instant from, long logPosition, AccountId by, Instant at)
            implements PriceListCommand {}

    /**
     * As {@link PublishPriceList}, whatever the lab has found, or has not.
     *
     * @param reason the name of the note that tells why, and is kept sealed elsewhere
     */
    record PublishRegardless(
            PriceListId priceListId, Instant from, long logPosition, String reason, AccountId by, Instant at)
            implements PriceListCommand {}

    /** Takes back a publication that has not come into force. Repeating it changes nothing. */
    record WithdrawPriceList(PriceListId priceListId, AccountId by, Instant at) implements PriceListCommand {}
}
