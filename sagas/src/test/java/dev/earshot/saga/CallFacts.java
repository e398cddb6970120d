package dev.earshot.saga;

import dev.earshot.api.call.CallEvent.CallAccepted;
import dev.earshot.api.call.CallEvent.CallAdmitted;
import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.CallEvent.CallExtended;
import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.call.CallEvent.CallRequested;
import dev.earshot.api.call.CallEvent.CardChosen;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.Media;
import dev.earshot.api.call.Parties;
import dev.earshot.api.call.PayWith;
import dev.earshot.api.call.RefuseReason;
import dev.earshot.api.card.CardDecline;
import dev.earshot.api.card.CardPaymentEvent.CaptureRequested;
import dev.earshot.api.card.CardPaymentEvent.CardAbandoned;
import dev.earshot.api.card.CardPaymentEvent.CardAuthorized;
import dev.earshot.api.card.CardPaymentEvent.CardDeclined;
import dev.earshot.api.card.CardPaymentEvent.VoidRequested;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.PresenceId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.meter.MeterEvent.GrantRunningLow;
import dev.earshot.api.money.Money;
import dev.earshot.api.presence.EngagementDecline;
import dev.earshot.api.presence.PresenceEvent.EngagementDeclined;
import dev.earshot.api.presence.PresenceEvent.ListenerDisengaged;
import dev.earshot.api.presence.PresenceEvent.ListenerEngaged;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.PayPerMinute;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Tariff;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.wallet.HoldDecline;
import dev.earshot.api.wallet.WalletEvent.CardLent;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldExtensionDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import java.time.Instant;
import java.util.Currency;

/** The facts of one call as the aggregates would tell them, at 6.00 USD a minute and a fee of 15 per cent. */
public final class CallFacts {
    public static final Currency USD = Currency.getInstance("USD");
    public static final Tariff TARIFF = Tariff.perMinute(600, 1500);
    public static final Terms TERMS = new PayPerMinute(1500, new Grace(60, 1)).termsFor(Money.of(600, "USD"));

    public static final Terms CARD_TERMS = new PayPerMinute(1500, new Grace(60, 1)).byCard(Money.of(600, "USD"));
    public static final CardId CARD = new CardId("card_ann");
    public static final String PAYEE = "acct_lea";

    public final CallId call;
    public final Parties parties;
    public final WalletId wallet;
    public final PresenceId presence;
    public final EarningsId earnings;

    public CallFacts(String name) {
        AccountId member = new AccountId(AccountId.PREFIX + "member" + name);
        ListenerId listener = ListenerId.of(new AccountId(AccountId.PREFIX + "listener" + name));
        call = new CallId(CallId.PREFIX + name);
        parties = new Parties(member, listener);
        wallet = WalletId.of(member);
        presence = PresenceId.of(listener);
        earnings = EarningsId.of(listener);
    }

    public static Grant grant(long seconds) {
        return Grant.NONE.then(Pocket.CASH, Leg.NO_LOT, seconds, TARIFF);
    }

    public CallRequested requested(Instant at) {
        return new CallRequested(call, parties, Media.VOICE, PayWith.WALLET, TERMS, at);
    }

    /** The same, paid in this way, under the terms for it. */
    public CallRequested requested(PayWith payWith, Instant at) {
        return new CallRequested(call, parties, Media.VOICE, payWith, payWith == PayWith.CARD ? CARD_TERMS : TERMS, at);
    }

    public CardChosen cardChosen(Instant at) {
        return new CardChosen(call, parties, CARD, PAYEE, at);
    }

    public CardPaymentId payment(int number) {
        return CardPaymentId.of(call, number);
    }

    public CardAuthorized authorized(int number, long minor, Instant at) {
        return new CardAuthorized(payment(number), call, parties, Money.of(minor, "USD"), "ref" + number, at, at);
    }

    public CardDeclined cardDeclined(int number, Instant at) {
        return new CardDeclined(payment(number), call, parties, CardDecline.INSUFFICIENT_FUNDS, at);
    }

    public CardLent lent(int number, long minor, Instant at) {
        return new CardLent(wallet, call, payment(number), Money.of(minor, "USD"), at);
    }

    public CaptureRequested captureRequested(int number, long minor, Instant at) {
        Money amount = Money.of(minor, "USD");
        return new CaptureRequested(
                payment(number), call, parties, "ref" + number, amount, Money.of(0, "USD"), 1, at, at);
    }

    public VoidRequested voidRequested(int number, Instant at) {
        return new VoidRequested(payment(number), call, parties, "ref" + number, at);
    }

    public CardAbandoned abandoned(int number, Instant at) {
        return new CardAbandoned(payment(number), call, parties, at);
    }

    /** What so many seconds from each authorization in turn come to as a grant. */
    public Grant cardGrant(long... seconds) {
        Grant grant = Grant.NONE;
        for (int i = 0; i < seconds.length; i++) {
            grant = grant.then(Pocket.CARD, payment(i + 1).value(), seconds[i], TARIFF);
        }
        return grant;
    }

    public HoldExtended extended(Grant grant, Instant at) {
        return new HoldExtended(wallet, call, grant, at);
    }

    public HoldCaptured captured(Grant grant, long talked, Instant at) {
        return new HoldCaptured(wallet, call, USD, grant, talked, grant.chargesAt(talked), at);
    }

    public HoldPlaced placed(long seconds, Instant at) {
        return placed(grant(seconds), at);
    }

    public HoldPlaced placed(Grant grant, Instant at) {
        return new HoldPlaced(wallet, call, TERMS, grant, at);
    }

    public HoldDeclined holdDeclined(HoldDecline reason, Instant at) {
        return new HoldDeclined(wallet, call, reason, at);
    }

    public HoldExtended extended(long seconds, Instant at) {
        return new HoldExtended(wallet, call, grant(seconds), at);
    }

    public HoldExtensionDeclined notExtended(long seconds, Instant at) {
        return new HoldExtensionDeclined(wallet, call, seconds, 300, at);
    }

    public HoldCaptured captured(long granted, long talked, Instant at) {
        return new HoldCaptured(
                wallet, call, USD, grant(granted), talked, grant(granted).chargesAt(talked), at);
    }

    public HoldReleased released(Instant at) {
        return new HoldReleased(wallet, call, grant(300), at);
    }

    public ListenerEngaged engaged(Instant at) {
        return new ListenerEngaged(presence, call, at);
    }

    public EngagementDeclined engagementDeclined(EngagementDecline reason, Instant at) {
        return new EngagementDeclined(presence, call, reason, at);
    }

    public ListenerDisengaged disengaged(Instant at) {
        return new ListenerDisengaged(presence, call, at);
    }

    public CallAdmitted admitted(long seconds, Instant at) {
        return new CallAdmitted(call, parties, seconds, at);
    }

    public CallRefused refused(RefuseReason reason, Instant at) {
        return new CallRefused(call, parties, reason, at);
    }

    public CallAccepted accepted(Instant at) {
        return new CallAccepted(call, parties, at);
    }

    public CallConnected connected(Instant at) {
        return new CallConnected(call, parties, at);
    }

    public CallExtended callExtended(long seconds, Instant at) {
        return new CallExtended(call, parties, seconds, at);
    }

    public CallEnded ended(EndReason reason, long billable, Instant at) {
        return new CallEnded(call, parties, reason, billable, at);
    }

    public GrantRunningLow low(long granted, Instant at) {
        return new GrantRunningLow(call, wallet, granted, at);
    }

    public EarningsCredited credited(long minor, Instant at) {
        return new EarningsCredited(earnings, call, new Money(minor, USD), at);
    }
}
