package dev.earshot.api.topup;

import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a top-up. */
public sealed interface TopUpCommand {
    @TargetAggregateIdentifier
    TopUpId topUpId();

    /** Asks the payment provider for this amount. Repeating it changes nothing. */
    record RequestTopUp(TopUpId topUpId, WalletId walletId, Money amount, String method, Instant at)
            implements TopUpCommand {}

    /** Asks the payment provider for the price of this pack. Repeating it changes nothing. */
    record RequestPack(TopUpId topUpId, WalletId walletId, Pack pack, String method, Instant at)
            implements TopUpCommand {}

    /**
     * A pack was paid that nobody had asked for here, such as one bought in an app store. Harmless when known.
     *
     * @param pack at the price that was really paid
     * @param reference the provider's name for the payment
     */
    record RecordPackPaid(TopUpId topUpId, WalletId walletId, Pack pack, String reference, Instant at)
            implements TopUpCommand {}

    /**
     * The provider has the money. Harmless when already known; wins over an earlier decline, for money that came is never
     * lost. Refused when it is another amount than was asked for: nobody is credited what was not paid.
     *
     * @param paid what the provider has
     * @param reference the provider's name for the payment
     */
    record ConfirmTopUp(TopUpId topUpId, Money paid, String reference, Instant at) implements TopUpCommand {}

    /** The provider said no. Harmless when already known; refused by a top-up that is paid. */
    record DeclineTopUp(TopUpId topUpId, TopUpDecline reason, Instant at) implements TopUpCommand {}
}
