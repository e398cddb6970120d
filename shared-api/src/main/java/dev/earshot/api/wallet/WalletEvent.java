package dev.earshot.api.wallet;

import dev.earshot.api.call.CallFact;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.LotId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.pricing.Unit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.axonframework.serialization.Revision;

/** What has happened to a wallet. */
public sealed interface WalletEvent {
    WalletId walletId();

    @Revision("1")
    record WalletOpened(WalletId walletId, Currency currency, Instant at) implements WalletEvent {}

    @Revision("1")
    record TopUpCredited(WalletId walletId, TopUpId topUpId, Money amount, Instant at) implements WalletEvent {}

    /** A bought pack is in its pocket: as a lot of its own, named by {@code topUpId}, if it expires. */
    @Revision("1")
    record PackCredited(WalletId walletId, TopUpId topUpId, Pack pack, Instant at) implements WalletEvent {}

    /**
     * The rest of a bought lot is gone, which is breakage; what a running hold had granted from it is not part of the rest.
     */
    @Revision("1")
    record PackExpired(WalletId walletId, LotId lotId, Pocket pocket, Unit unit, long units, Instant at)
            implements WalletEvent {}

    /**
     * A pack's price is given back, or a part of it, and what was left of that part of the pack is gone with it.
     *
     * @param units what could still be taken, from 0 to all that the pack had
     */
    @Revision("1")
    record PackTakenBack(WalletId walletId, TopUpId topUpId, Pack pack, long units, Instant at)
            implements WalletEvent {}

    /** A pack's price is paid after all, and these units of it are the member's again. */
    @Revision("1")
    record PackGivenBack(WalletId walletId, TopUpId topUpId, Pack pack, long units, Instant at)
            implements WalletEvent {}

    /**
     * So much of a top-up has gone back to its payer. What that took from the wallet and gave to it, other facts tell.
     *
     * @param inAll how much in all
     */
    @Revision("1")
    record PaymentReversed(WalletId walletId, TopUpId topUpId, Money inAll, long revision, Instant at)
            implements WalletEvent {}

    /** Money that a top-up had brought is gone, for it has gone back to its payer. */
    @Revision("1")
    record CashTakenBack(WalletId walletId, TopUpId topUpId, Money amount, Instant at) implements WalletEvent {}

    /** Money that was taken because a payment had gone back is the member's again. */
    @Revision("1")
    record CashGivenBack(WalletId walletId, TopUpId topUpId, Money amount, Instant at) implements WalletEvent {}

    /** The member owes so much more for what {@code reference} names. */
    @Revision("1")
    record ReceivableRaised(WalletId walletId, String reference, Money amount, Instant at) implements WalletEvent {}

    /** Money of the wallet has paid so much of what the member owes. */
    @Revision("1")
    record ReceivablePaid(WalletId walletId, String reference, Money amount, Instant at) implements WalletEvent {}

    /** The member no longer owes so much: what it was owed for is paid after all. */
    @Revision("1")
    record ReceivableCancelled(WalletId walletId, String reference, Money amount, Instant at) implements WalletEvent {}

    /** The member has to answer for so much of what a card had paid; other facts tell what they owe of it. */
    @Revision("1")
    record CardDebtChanged(WalletId walletId, CardPaymentId cardPaymentId, Money inAll, long revision, Instant at)
            implements WalletEvent {}

    /** What money of the wallet had paid of a debt is the member's again: it is not owed after all. */
    @Revision("1")
    record DebtGivenBack(WalletId walletId, String reference, Money amount, Instant at) implements WalletEvent {}

    @Revision("1")
    record PromoGranted(WalletId walletId, LotId lotId, Unit unit, long amount, Instant expiresAt, Instant at)
            implements WalletEvent {}

    /** The rest of a lot is gone; seconds that a running hold had granted from it are not part of the rest. */
    @Revision("1")
    record PromoExpired(WalletId walletId, LotId lotId, Unit unit, long amount, Instant at) implements WalletEvent {}

    /** What a card was authorized for can pay for the call. What the call leaves of it is gone when the call is settled. */
    @Revision("1")
    record CardLent(WalletId walletId, CallId callId, CardPaymentId cardPaymentId, Money amount, Instant at)
            implements WalletEvent, CallFact {}

    /** A membership allows this many seconds a day until then; it replaces what was agreed from the same source before. */
    @Revision("1")
    record AllowanceAgreed(WalletId walletId, String source, long secondsPerDay, ZoneId zone, Instant until, Instant at)
            implements WalletEvent {}

    /** The days of the allowance begin and end by the clocks of this zone. */
    @Revision("1")
    record DayZoneSet(WalletId walletId, ZoneId zone, Instant at) implements WalletEvent {}

    /**
     * Seconds of a day's allowance are in their lot: all of them when the day's first call asks, more where a better tier
     * begins in mid-day.
     *
     * @param secondsPerDay the tier's limit by which they were given
     * @param expiresAt when the day ends by the member's clocks
     */
    @Revision("1")
    record AllowanceGranted(
            WalletId walletId, LotId lotId, long seconds, long secondsPerDay, Instant expiresAt, Instant at)
            implements WalletEvent {}

    /** The rest of a day's allowance is gone with the day; what a running hold had granted from it is not part of the rest. */
    @Revision("1")
    record AllowanceLapsed(WalletId walletId, LotId lotId, long seconds, Instant at) implements WalletEvent {}

    /** {@code grant} is set aside for the call. */
    @Revision("1")
    record HoldPlaced(WalletId walletId, CallId callId, Terms terms, Grant grant, Instant at)
            implements WalletEvent, CallFact {}

    @Revision("1")
    record HoldDeclined(WalletId walletId, CallId callId, HoldDecline reason, Instant at)
            implements WalletEvent, CallFact {}

    /** The hold has grown; {@code grant} is all of it. */
    @Revision("1")
    record HoldExtended(WalletId walletId, CallId callId, Grant grant, Instant at) implements WalletEvent, CallFact {}

    /**
     * No second could be added to what is granted; the hold grows by itself when funds arrive.
     *
     * @param wantedSeconds by how much it will then grow, if they suffice
     */
    @Revision("1")
    record HoldExtensionDeclined(WalletId walletId, CallId callId, long grantedSeconds, long wantedSeconds, Instant at)
            implements WalletEvent, CallFact {}

    /** The call is paid: the charges are taken, whatever else {@code grant} had set aside is free again. */
    @Revision("1")
    record HoldCaptured(
            WalletId walletId,
            CallId callId,
            Currency currency,
            Grant grant,
            long talkedSeconds,
            List<Charge> charges,
            Instant at)
            implements WalletEvent, CallFact {}

    /** Everything {@code grant} had set aside is free again; an empty grant tells of a hold that was never placed. */
    @Revision("1")
    record HoldReleased(WalletId walletId, CallId callId, Grant grant, Instant at) implements WalletEvent, CallFact {}

    /** Somebody is to be told, once, when less than this is left. */
    @Revision("1")
    record BalanceWatched(WalletId walletId, Money threshold, Instant at) implements WalletEvent {}

    /**
     * Less is left than somebody wanted to know of.
     *
     * @param left the cash without what running calls have as good as used up: all they were granted before they asked for
     *     more; what a call has only set aside is left
     */
    @Revision("1")
    record BalanceLow(WalletId walletId, Money left, Money threshold, Instant at) implements WalletEvent {}
}
