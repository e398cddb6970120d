package dev.earshot.api.topup;

import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What has happened to a top-up. */
public sealed interface TopUpEvent {
    TopUpId topUpId();

    WalletId walletId();

    @Revision("1")
    record TopUpRequested(TopUpId topUpId, WalletId walletId, Money amount, String method, Instant at)
            implements TopUpEvent {}

    @Revision("1")
    record TopUpPaid(TopUpId topUpId, WalletId walletId, Money amount, String reference, Instant at)
            implements TopUpEvent {}

    /** A pack is wanted, and its price is asked of the provider. */
    @Revision("1")
    record PackRequested(TopUpId topUpId, WalletId walletId, Pack pack, String method, Instant at)
            implements TopUpEvent {}

    @Revision("1")
    record PackPaid(TopUpId topUpId, WalletId walletId, Pack pack, String reference, Instant at)
            implements TopUpEvent {}

    @Revision("1")
    record TopUpDeclined(TopUpId topUpId, WalletId walletId, TopUpDecline reason, Instant at) implements TopUpEvent {}
}
