package dev.earshot.query;

import dev.earshot.api.call.CallEvent.CallAccepted;
import dev.earshot.api.call.CallEvent.CallAdmitted;
import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.CallEvent.CallExtended;
import dev.earshot.api.call.CallEvent.CallRated;
import dev.earshot.api.call.CallEvent.CallRequested;
import dev.earshot.api.call.CallEvent.ParticipantJoined;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.Media;
import dev.earshot.api.call.Parties;
import dev.earshot.api.call.PayWith;
import dev.earshot.api.call.Side;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.LotId;
import dev.earshot.api.id.PresenceId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.listener.ListenerEvent.ProfilePublished;
import dev.earshot.api.meter.Draw;
import dev.earshot.api.meter.MeterEvent.SecondsDrawn;
import dev.earshot.api.money.Money;
import dev.earshot.api.presence.PresenceEvent.ListenerDisengaged;
import dev.earshot.api.presence.PresenceEvent.ListenerEngaged;
import dev.earshot.api.presence.PresenceEvent.ListenerWentLive;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.PayPerMinute;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.topup.TopUpEvent.TopUpPaid;
import dev.earshot.api.topup.TopUpEvent.TopUpRequested;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.PromoGranted;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import dev.earshot.api.wallet.WalletEvent.WalletOpened;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The events of one paid call between two people nobody else knows, at 1.99 a minute unless something else is said. */
public final class CallStory {
    public static final Money RATE = Money.of(199, "USD");

    public final String suffix = UUID.randomUUID().toString().replace("-", "");
    public final AccountId member = new AccountId(AccountId.PREFIX + suffix + "m");
    public final AccountId listener = new AccountId(AccountId.PREFIX + suffix + "l");
    public final ListenerId listenerId = ListenerId.of(listener);
    public final WalletId wallet = WalletId.of(member);
    public final CallId call = new CallId(CallId.PREFIX + suffix);
    public final TopUpId topUp = new TopUpId(TopUpId.PREFIX + suffix);
    public final LotId lot = new LotId(LotId.PREFIX + suffix);
    public final PresenceId presence = PresenceId.of(listenerId);
    public final Parties parties = new Parties(member, listenerId);
    public final Money rate;
    public final Terms terms;
    public final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    public CallStory() {
        this(RATE);
    }

    public CallStory(Money rate) {
        this.rate = rate;
        this.terms = new PayPerMinute(1500, new Grace(60, 1)).termsFor(rate);
    }

    public Instant at(long second) {
        return start.plusSeconds(second);
    }

    public WalletOpened walletOpened() {
        return new WalletOpened(wallet, rate.currency(), start);
    }

    public TopUpRequested topUpRequested(long minor) {
        return new TopUpRequested(topUp, wallet, money(minor), "sandbox-ok", start);
    }

    public TopUpPaid topUpPaid(long minor) {
        return new TopUpPaid(topUp, wallet, money(minor), "ref", at(1));
    }

    public TopUpCredited topUpCredited(long minor) {
        return new TopUpCredited(wallet, topUp, money(minor), at(1));
    }

    public PromoGranted promo(Unit unit, long amount) {
        return new PromoGranted(wallet, lot, unit, amount, start.plus(Duration.ofDays(7)), start);
    }

    public ProfilePublished profile() {
        return profile(Set.of("en", "de"), Set.of("grief", "sleep"), rate);
    }

    public ProfilePublished profile(Set<String> languages, Set<String> skills, Money rate) {
        return new ProfilePublished(listenerId, languages, skills, rate, start);
    }

    public ListenerWentLive wentLive() {
        return new ListenerWentLive(presence, start);
    }

    public ListenerEngaged engaged() {
        return new ListenerEngaged(presence, call, at(2));
    }

    public ListenerDisengaged disengaged() {
        return new ListenerDisengaged(presence, call, at(50));
    }

    public CallRequested requested() {
        return new CallRequested(call, parties, Media.VOICE, PayWith.WALLET, terms, at(2));
    }

    public Grant cash(long seconds) {
        return Grant.NONE.then(
                Pocket.CASH, Leg.NO_LOT, seconds, terms.burnOrder().get(2).tariff());
    }

    public HoldPlaced holdPlaced(Grant grant) {
        return new HoldPlaced(wallet, call, terms, grant, at(2));
    }

    public HoldExtended holdExtended(Grant grant) {
        return new HoldExtended(wallet, call, grant, at(20));
    }

    public CallAdmitted admitted(Grant grant) {
        return new CallAdmitted(call, parties, grant.seconds(), at(3));
    }

    public CallAccepted accepted() {
        return new CallAccepted(call, parties, at(8));
    }

    public ParticipantJoined joined(Side side) {
        return new ParticipantJoined(call, parties, side, at(9));
    }

    public CallConnected connected() {
        return new CallConnected(call, parties, at(10));
    }

    public CallExtended extended(Grant grant) {
        return new CallExtended(call, parties, grant.seconds(), at(20));
    }

    public CallEnded ended(long billableSeconds) {
        return new CallEnded(call, parties, EndReason.HUNG_UP_BY_MEMBER, billableSeconds, at(10 + billableSeconds));
    }

    public HoldCaptured captured(Grant grant, long talked) {
        return new HoldCaptured(wallet, call, rate.currency(), grant, talked, grant.chargesAt(talked), at(11 + talked));
    }

    public EarningsCredited credited(Grant grant, long talked) {
        return new EarningsCredited(EarningsId.of(listenerId), call, money(grant.earnedAt(talked)), at(11 + talked));
    }

    public CallRated rated(int stars) {
        return new CallRated(call, parties, stars, at(100));
    }

    public SecondsDrawn drawn(Grant grant, long second) {
        var charges = grant.chargesAt(second);
        Charge last = charges.get(charges.size() - 1);
        var draw = new Draw(call, second, last.pocket(), last.charged(), grant.earnedAt(second));
        return new SecondsDrawn(0, at(10 + second), List.of(draw));
    }

    private Money money(long minor) {
        return new Money(minor, rate.currency());
    }

    /** Everything up to a call that is connected. */
    public Object[] connectedOn(long topUpMinor, Grant grant) {
        return new Object[] {
            walletOpened(),
            topUpRequested(topUpMinor),
            topUpPaid(topUpMinor),
            topUpCredited(topUpMinor),
            profile(),
            wentLive(),
            requested(),
            holdPlaced(grant),
            engaged(),
            admitted(grant),
            accepted(),
            joined(Side.MEMBER),
            joined(Side.LISTENER),
            connected()
        };
    }

    /** How a connected call ends and is paid. */
    public Object[] settledAfter(long seconds, Grant grant) {
        return new Object[] {ended(seconds), captured(grant, seconds), disengaged(), credited(grant, seconds)};
    }
}
