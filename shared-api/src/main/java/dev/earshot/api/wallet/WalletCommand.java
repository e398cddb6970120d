package dev.earshot.api.wallet;

import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.LotId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.pricing.Unit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a wallet. A call has at most one hold, so the call's id names it. */
public sealed interface WalletCommand {
    @TargetAggregateIdentifier
    WalletId walletId();

    /** Opens an empty wallet in this currency. Repeating it changes nothing. */
    record OpenWallet(WalletId walletId, Currency currency, Instant at) implements WalletCommand {}

    /**
     * Asks, before a payment provider is asked, whether money of this currency has room here. Changes nothing, answers
     * nothing but a refusal.
     */
    record ExpectTopUp(WalletId walletId, Money amount) implements WalletCommand {}

    /** Adds paid money. Each top-up is credited once; funds that arrive extend holds that had run short. */
    record CreditTopUp(WalletId walletId, TopUpId topUpId, Money amount, Instant at) implements WalletCommand {}

    /**
     * Asks, before a payment provider is asked, whether this pack could be paid and kept here. Changes nothing, answers
     * nothing but a refusal.
     */
    record ExpectPack(WalletId walletId, Pack pack) implements WalletCommand {}

    /** Adds a paid pack. Each top-up is credited once; what arrives extends holds that had run short. */
    record CreditPack(WalletId walletId, TopUpId topUpId, Pack pack, Instant at) implements WalletCommand {}

    /**
     * So much of a paid top-up has gone back to its payer. What is available of it is taken, the rest is owed; if it is less
     * than before, what is still owed is cancelled first, and the rest is given back. Harmless when already known or when
     * a later revision is.
     *
     * @param paid what the top-up brought
     * @param inAll how much of that has gone back in all
     * @param revision counts the changes of this top-up
     */
    record ReverseTopUp(WalletId walletId, TopUpId topUpId, Money paid, Money inAll, long revision, Instant at)
            implements WalletCommand {}

    /**
     * The same for a pack: of its units that part is taken which its price has gone back by, rounded up. What has gone back
     * beyond what the units taken cost, rounded up, is owed.
     */
    record ReversePack(WalletId walletId, TopUpId topUpId, Pack pack, Money inAll, long revision, Instant at)
            implements WalletCommand {}

    /**
     * The member owes this. What is available of their money pays it at once, what is credited later pays the rest before
     * anything else, and until then no new hold is placed. Repeating it for the same reference changes nothing.
     *
     * @param reference what it is owed for: the id of a top-up or of a card payment; names the receivable in this wallet
     */
    record RaiseReceivable(WalletId walletId, String reference, Money amount, Instant at) implements WalletCommand {}

    /**
     * The member owes so much in all for what their bank has taken back of a card's payment. If it is less than before, what
     * is still owed is cancelled first, and the rest of what money had paid of it is given back. Harmless when already known
     * or when a later revision is.
     *
     * @param inAll how much the member has to answer for
     * @param revision counts the changes of this payment
     */
    record OweForCard(WalletId walletId, CardPaymentId cardPaymentId, Money inAll, long revision, Instant at)
            implements WalletCommand {}

    /** Time has passed: whatever has expired and is not set aside goes. Repeating it changes nothing. */
    record ExpireLots(WalletId walletId, Instant at) implements WalletCommand {}

    /**
     * Adds a promotional lot.
     *
     * @param amount seconds, or minor units of the wallet's currency, as {@code unit} says; at least 1
     */
    record GrantPromo(WalletId walletId, LotId lotId, Unit unit, long amount, Instant expiresAt, Instant at)
            implements WalletCommand {}

    /**
     * Lends what a card was authorized for to the one call that the authorization is for. Repeating it changes nothing; what
     * comes when the call is settled is not lent at all.
     */
    record LendCard(WalletId walletId, CallId callId, CardPaymentId cardPaymentId, Money amount, Instant at)
            implements WalletCommand {}

    /**
     * A membership allows this many seconds a day until then. What was agreed from the same source before is replaced; of
     * several sources the most generous counts. Repeating it changes nothing.
     *
     * @param source the membership, or the store's name for a subscription
     * @param zone whose clocks tell the days of a member who has chosen no zone
     */
    record AgreeAllowance(WalletId walletId, String source, long secondsPerDay, ZoneId zone, Instant until, Instant at)
            implements WalletCommand {}

    /** What was agreed from this source ends at another time than was agreed. Changes nothing where nothing was. */
    record LimitAllowance(WalletId walletId, String source, Instant until, Instant at) implements WalletCommand {}

    /** The days of the allowance begin and end by the clocks of this zone. Repeating it changes nothing. */
    record SetDayZone(WalletId walletId, ZoneId zone, Instant at) implements WalletCommand {}

    /** Reserves seconds of talk: {@code wanted} if the funds allow, at least {@code atLeast}. The answer is an event. */
    record PlaceHold(WalletId walletId, CallId callId, Terms terms, long wantedSeconds, long atLeastSeconds, Instant at)
            implements WalletCommand {}

    /**
     * Adds seconds to a hold. The answer is an event.
     *
     * @param grantedSeconds what the asker believes is granted; a hold that has already grown beyond it does not grow again
     */
    record ExtendHold(WalletId walletId, CallId callId, long grantedSeconds, long wantedSeconds, Instant at)
            implements WalletCommand {}

    /** Takes what {@code talkedSeconds} cost and releases the rest. Resolving a hold twice changes nothing. */
    record CaptureHold(WalletId walletId, CallId callId, long talkedSeconds, Instant at) implements WalletCommand {}

    /** Gives everything back. Resolving a hold twice changes nothing; a hold released before it was placed never is. */
    record ReleaseHold(WalletId walletId, CallId callId, Instant at) implements WalletCommand {}

    /**
     * Asks to be told, once, when less than this is left. Told at once if it is so already; whoever wants to hear it again
     * asks again. Repeating it before the wallet has spoken changes nothing.
     */
    record WatchBalance(WalletId walletId, Money threshold, Instant at) implements WalletCommand {}

    /** What would be left behind if the person were erased now? Changes nothing, answers {@link dev.earshot.api.person.Remains}. */
    record AskRemains(WalletId walletId) implements WalletCommand {}
}
