package dev.earshot.command.wallet;

import static dev.earshot.api.pricing.Leg.NO_LOT;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
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
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.wallet.HoldDecline;
import dev.earshot.api.wallet.WalletCommand.AgreeAllowance;
import dev.earshot.api.wallet.WalletCommand.CaptureHold;
import dev.earshot.api.wallet.WalletCommand.CreditPack;
import dev.earshot.api.wallet.WalletCommand.CreditTopUp;
import dev.earshot.api.wallet.WalletCommand.ExpectPack;
import dev.earshot.api.wallet.WalletCommand.ExpectTopUp;
import dev.earshot.api.wallet.WalletCommand.ExpireLots;
import dev.earshot.api.wallet.WalletCommand.ExtendHold;
import dev.earshot.api.wallet.WalletCommand.GrantPromo;
import dev.earshot.api.wallet.WalletCommand.LendCard;
import dev.earshot.api.wallet.WalletCommand.LimitAllowance;
import dev.earshot.api.wallet.WalletCommand.OpenWallet;
import dev.earshot.api.wallet.WalletCommand.PlaceHold;
import dev.earshot.api.wallet.WalletCommand.RaiseReceivable;
import dev.earshot.api.wallet.WalletCommand.ReleaseHold;
import dev.earshot.api.wallet.WalletCommand.ReversePack;
import dev.earshot.api.wallet.WalletCommand.ReverseTopUp;
import dev.earshot.api.wallet.WalletCommand.SetDayZone;
import dev.earshot.api.wallet.WalletCommand.WatchBalance;
import dev.earshot.api.wallet.WalletEvent.AllowanceAgreed;
import dev.earshot.api.wallet.WalletEvent.AllowanceGranted;
import dev.earshot.api.wallet.WalletEvent.AllowanceLapsed;
import dev.earshot.api.wallet.WalletEvent.BalanceLow;
import dev.earshot.api.wallet.WalletEvent.BalanceWatched;
import dev.earshot.api.wallet.WalletEvent.CardLent;
import dev.earshot.api.wallet.WalletEvent.CashGivenBack;
import dev.earshot.api.wallet.WalletEvent.CashTakenBack;
import dev.earshot.api.wallet.WalletEvent.DayZoneSet;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldExtensionDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import dev.earshot.api.wallet.WalletEvent.PackCredited;
import dev.earshot.api.wallet.WalletEvent.PackExpired;
import dev.earshot.api.wallet.WalletEvent.PackGivenBack;
import dev.earshot.api.wallet.WalletEvent.PackTakenBack;
import dev.earshot.api.wallet.WalletEvent.PaymentReversed;
import dev.earshot.api.wallet.WalletEvent.PromoExpired;
import dev.earshot.api.wallet.WalletEvent.PromoGranted;
import dev.earshot.api.wallet.WalletEvent.ReceivableCancelled;
import dev.earshot.api.wallet.WalletEvent.ReceivablePaid;
import dev.earshot.api.wallet.WalletEvent.ReceivableRaised;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import dev.earshot.api.wallet.WalletEvent.WalletOpened;
import dev.earshot.api.wallet.WalletRefusal;
import dev.earshot.command.memory.Recent;
import dev.earshot.command.wallet.TakenBack.Step;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * A member's wallet. It is opened once in one currency; top-ups, bought packs and promotional lots come in, and calls take
 * out by holds.
 *
 * <p>A hold sets aside what a grant of seconds would cost at most. It is placed or declined, may be extended while the
 * call lasts, and is resolved exactly once: captured for what the talk came to, or released. What is set aside is not
 * available to anything else, so two calls never count on the same unit and no balance falls below zero. A hold that
 * could not be extended is starving; whatever becomes available extends starving holds at once, in the order they starved.
 *
 * <p>A hold wanted of a wallet that was never opened is declined like one that an empty wallet cannot pay. Whoever asked
 * has an answer; opening it later is still possible.
 *
 * <p>What a card was authorized for is lent to one call: only that call's hold may set it aside, and what the call leaves of
 * it is gone when the hold is resolved. It is never the member's balance.
 *
 * <p>A lot that expires takes with it all that no hold has set aside; what comes back from a hold later expires then. A
 * member who owes money is granted no new call, and whatever money becomes available pays the debt before anything else. A
 * payment that goes back takes with it what is left of what it brought, and the rest is owed; {@link TakenBack} keeps account
 * of it. A grace is used up when its leg is granted and given back when the call never reached it. Whoever watches the
 * balance is told once when it gets low.
 *
 * <p>A membership allows so many seconds a day. The day's lot is given when the day's first call asks; its rest lapses.
 *
 * <p>Longer than any other aggregate because a hold's steps all work on the same state.
 */
@Aggregate(type = "Wallet", cache = "walletCache", snapshotTriggerDefinition = "walletSnapshots")
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Wallet {
    private static final int REMEMBERED = 1_000;

    @AggregateIdentifier
    private WalletId id;

    private Currency currency;
    private Pockets pockets = Pockets.empty();
    private Graces graces = Graces.none();
    private Allowances allowances = Allowances.none();
    private Debts debts = Debts.none();
    private Watch watch = Watch.none();
    private Map<CallId, Hold> holds = new LinkedHashMap<>();
    private Map<CallId, Long> starving = new LinkedHashMap<>();
    private Recent<CallId> closed = Recent.atMost(REMEMBERED);
    private Recent<TopUpId> credited = Recent.atMost(REMEMBERED);
    private Recent<LotId> granted = Recent.atMost(REMEMBERED);
    private Recent<String> indebted = Recent.atMost(REMEMBERED);
    private Map<TopUpId, TakenBack> reversed = new LinkedHashMap<>();
    private Recent<CardPaymentId> lent = Recent.atMost(REMEMBERED);

    Wallet() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenWallet command) {
        if (!isOpen()) {
            apply(new WalletOpened(command.walletId(), command.currency(), command.at()));
        }
    }

    @CommandHandler
    void handle(ExpectTopUp command) throws Refused {
        refuseUnlessExpected(command.amount());
    }

    @CommandHandler
    void handle(CreditTopUp command) throws Refused {
        if (credited.includes(command.topUpId())) {
            return; // Providers tell twice.
        }
        refuseUnlessExpected(command.amount());
        refuseUnlessSome(Unit.MONEY, command.amount().minor());
        apply(new TopUpCredited(id, command.topUpId(), command.amount(), command.at()));
        settleUp(command.at());
    }

    @CommandHandler
    void handle(ExpectPack command) throws Refused {
        refuseUnlessIn(command.pack().price().currency());
        refuseUnlessSome(command.pack().unit(), command.pack().units());
    }

    @CommandHandler
    void handle(CreditPack command) throws Refused {
        if (credited.includes(command.topUpId())) {
            return; // Providers tell twice.
        }
        refuseUnlessOpen();
        refuseUnlessSome(command.pack().unit(), command.pack().units());
        apply(new PackCredited(id, command.topUpId(), command.pack(), command.at()));
        settleUp(command.at());
    }

    @CommandHandler
    void handle(ReverseTopUp command) throws Refused {
        refuseUnlessIn(command.inAll().currency());
        if (takenBack(command.topUpId()).revision() < command.revision()) {
            Step step = reverse(
                    command.topUpId(),
                    Bought.cash(command.paid().minor()),
                    command.inAll(),
                    command.revision(),
                    command.at());
            if (step.take() > 0) {
                apply(new CashTakenBack(id, command.topUpId(), money(step.take()), command.at()));
            }
            giveBack(command.topUpId(), step.givePaid() + step.giveUnits(), command.at());
            settleUp(command.at());
        }
    }

    @CommandHandler
    void handle(ReversePack command) throws Refused {
        refuseUnlessIn(command.inAll().currency());
        if (takenBack(command.topUpId()).revision() < command.revision()) {
            Pack pack = command.pack();
            Step step = reverse(
                    command.topUpId(),
                    Bought.pack(command.topUpId(), pack),
                    command.inAll(),
                    command.revision(),
                    command.at());
            if (step.take() > 0) {
                apply(new PackTakenBack(id, command.topUpId(), pack, step.take(), command.at()));
            }
            if (step.giveUnits() > 0) {
                apply(new PackGivenBack(id, command.topUpId(), pack, step.giveUnits(), command.at()));
            }
            giveBack(command.topUpId(), step.givePaid(), command.at());
            settleUp(command.at());
        }
    }

    @CommandHandler
    void handle(RaiseReceivable command) throws Refused {
        if (!indebted.includes(command.reference())) {
            refuseUnlessIn(command.amount().currency());
            refuseUnlessSome(Unit.MONEY, command.amount().minor());
            apply(new ReceivableRaised(id, command.reference(), command.amount(), command.at()));
            settleUp(command.at());
        }
    }

    @CommandHandler
    void handle(WatchBalance command) throws Refused {
        refuseUnlessIn(command.threshold().currency());
        if (watch.threshold() != command.threshold().minor()) {
            apply(new BalanceWatched(id, command.threshold(), command.at()));
            tellIfLow(command.at());
        }
    }

    @CommandHandler
    void handle(ExpireLots command) {
        settleUp(command.at());
    }

    @CommandHandler
    void handle(GrantPromo command) throws Refused {
        if (granted.includes(command.lotId())) {
            return;
        }
        refuseUnlessOpen();
        refuseUnlessSome(command.unit(), command.amount());
        apply(new PromoGranted(
                id, command.lotId(), command.unit(), command.amount(), command.expiresAt(), command.at()));
        settleUp(command.at());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LendCard command) {
        boolean isLent = lent.includes(command.cardPaymentId());
        if (isLent || closed.includes(command.callId())) {
            return; // Repeated, or overtaken by the end of its call.
        }
        if (!isOpen() || !command.amount().currency().equals(currency)) {
            HoldDecline no = isOpen() ? HoldDecline.CURRENCY_MISMATCH : HoldDecline.INSUFFICIENT_FUNDS;
            decline(command.walletId(), command.callId(), no, command.at());
            return;
        }
        apply(new CardLent(id, command.callId(), command.cardPaymentId(), command.amount(), command.at()));
        settleUp(command.at());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AgreeAllowance command) {
        Agreement agreement = new Agreement(command.secondsPerDay(), command.zone(), command.until());
        agree(command.walletId(), command.source(), agreement, command.at());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LimitAllowance command) {
        allowances
                .from(command.source())
                .ifPresent(agreed ->
                        agree(command.walletId(), command.source(), agreed.limitedTo(command.until()), command.at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SetDayZone command) {
        if (!allowances.follow(command.zone())) {
            apply(new DayZoneSet(command.walletId(), command.zone(), command.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PlaceHold command) {
        if (holds.containsKey(command.callId()) || closed.includes(command.callId())) {
            return; // Repeated, or overtaken by its own release.
        }
        if (!isOpen()) {
            decline(command.walletId(), command.callId(), HoldDecline.INSUFFICIENT_FUNDS, command.at());
            return;
        }
        settleUp(command.at());
        if (!command.terms().ratePerMinute().currency().equals(currency)) {
            decline(command.walletId(), command.callId(), HoldDecline.CURRENCY_MISMATCH, command.at());
            return;
        }
        if (debts.areOpen()) {
            decline(command.walletId(), command.callId(), HoldDecline.RECEIVABLE_OPEN, command.at());
            return;
        }
        openDay(command.terms(), command.at());
        Grant grant = grant(command);
        if (grant.seconds() == 0 || grant.seconds() < command.atLeastSeconds()) {
            decline(command.walletId(), command.callId(), HoldDecline.INSUFFICIENT_FUNDS, command.at());
            return;
        }
        apply(new HoldPlaced(id, command.callId(), command.terms(), grant, command.at()));
    }

    @CommandHandler
    void handle(ExtendHold command) throws Refused {
        if (!holds.containsKey(command.callId())) {
            refuseUnlessClosed(command.callId());
            return;
        }
        settleUp(command.at());
        if (holds.get(command.callId()).grant().seconds() != command.grantedSeconds()) {
            return; // It has grown already, and the event that told so is on its way to the asker.
        }
        boolean grew = grow(command.callId(), command.wantedSeconds(), command.at());
        if (!grew && !starving.containsKey(command.callId())) {
            apply(new HoldExtensionDeclined(
                    id, command.callId(), command.grantedSeconds(), command.wantedSeconds(), command.at()));
        }
        tellIfLow(command.at());
    }

    @CommandHandler
    void handle(CaptureHold command) throws Refused {
        Hold hold = holds.get(command.callId());
        if (hold == null) {
            refuseUnlessClosed(command.callId());
            return;
        }
        long talked = Math.min(command.talkedSeconds(), hold.grant().seconds());
        if (talked <= 0) {
            release(command.callId(), hold.grant(), command.at());
            return;
        }
        apply(new HoldCaptured(
                id,
                command.callId(),
                currency,
                hold.grant(),
                talked,
                hold.grant().chargesAt(talked),
                command.at()));
        settleUp(command.at());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReleaseHold command) {
        if (closed.includes(command.callId())) {
            return;
        }
        if (!isOpen()) {
            decline(command.walletId(), command.callId(), HoldDecline.INSUFFICIENT_FUNDS, command.at());
            return;
        }
        Hold hold = holds.get(command.callId());
        release(command.callId(), hold == null ? Grant.NONE : hold.grant(), command.at());
    }

    /** What a change of this payment asks of the wallet; what is owed for it is changed already. */
    private Step reverse(TopUpId topUpId, Bought bought, Money inAll, long revision, Instant at) {
        settleUp(at);
        String reference = topUpId.value();
        long available = pockets.available(bought.pocket(), bought.lot());
        Step step = takenBack(topUpId).to(inAll.minor(), bought, available, debts.owedFor(reference));
        apply(new PaymentReversed(id, topUpId, inAll, revision, at));
        if (step.owe() > 0) {
            apply(new ReceivableRaised(id, reference, money(step.owe()), at));
        }
        if (step.cancel() > 0) {
            apply(new ReceivableCancelled(id, reference, money(step.cancel()), at));
        }
        return step;
    }

    private void giveBack(TopUpId topUpId, long minor, Instant at) {
        if (minor > 0) {
            apply(new CashGivenBack(id, topUpId, money(minor), at));
        }
    }

    private TakenBack takenBack(TopUpId topUpId) {
        return reversed.getOrDefault(topUpId, TakenBack.NOTHING);
    }

    private Money money(long minor) {
        return new Money(minor, currency);
    }

    private Grant grant(PlaceHold command) {
        Terms terms = command.terms();
        Grant funded = pockets.lengthen(command.callId(), Grant.NONE, terms, command.wantedSeconds(), command.at());
        long missing = terms.grace().untilSecond() - funded.seconds();
        boolean runsOut = funded.seconds() > 0 && funded.seconds() < command.wantedSeconds();
        return runsOut && missing > 0 && graces.left(terms.grace().perDay(), command.at())
                ? funded.then(Pocket.GRACE, NO_LOT, missing, terms.graceTariff())
                : funded;
    }

    private boolean isOpen() {
        return currency != null;
    }

    private void decline(WalletId walletId, CallId callId, HoldDecline reason, Instant at) {
        apply(new HoldDeclined(walletId, callId, reason, at));
    }

    private void release(CallId callId, Grant grant, Instant at) {
        apply(new HoldReleased(id, callId, grant, at));
        settleUp(at);
    }

    /** What time and free funds bring by themselves: expired rests go, debts are paid, then starving holds grow. */
    private void settleUp(Instant at) {
        pockets.expired(at).forEach(lot -> apply(lot.expired(id, at)));
        debts.payableWith(pockets.available(Pocket.CASH, NO_LOT))
                .forEach((reference, minor) -> apply(new ReceivablePaid(id, reference, money(minor), at)));
        for (CallId callId : List.copyOf(starving.keySet())) {
            grow(callId, starving.get(callId), at);
        }
        tellIfLow(at);
    }

    private void tellIfLow(Instant at) {
        if (watch.isLow(pockets.cash())) {
            apply(new BalanceLow(
                    id, new Money(watch.left(pockets.cash()), currency), new Money(watch.threshold(), currency), at));
        }
    }

    private boolean grow(CallId callId, long wantedSeconds, Instant at) {
        Hold hold = holds.get(callId);
        openDay(hold.terms(), at);
        Grant longer = pockets.lengthen(callId, hold.grant(), hold.terms(), wantedSeconds, at);
        if (longer.seconds() == hold.grant().seconds()) {
            return false;
        }
        apply(new HoldExtended(id, callId, longer, at));
        return true;
    }

    /** A day's allowance is given when the first call of the day asks for it, and to nobody who does not call. */
    private void openDay(Terms terms, Instant at) {
        if (terms.burnOrder().stream().anyMatch(burn -> burn.pocket() == Pocket.ALLOWANCE)) {
            allowances.due(id, at).ifPresent(AggregateLifecycle::apply);
        }
    }

    private void agree(WalletId walletId, String source, Agreement agreement, Instant at) {
        if (allowances.from(source).filter(agreement::equals).isEmpty()) {
            apply(new AllowanceAgreed(
                    walletId, source, agreement.secondsPerDay(), agreement.zone(), agreement.until(), at));
            allowances.raise(id, at).ifPresent(AggregateLifecycle::apply);
            settleUp(at);
        }
    }

    private void refuseUnlessOpen() throws Refused {
        if (!isOpen()) {
            throw WalletRefusal.WALLET_UNKNOWN.of("this wallet was never opened");
        }
    }

    private void refuseUnlessIn(Currency expected) throws Refused {
        refuseUnlessOpen();
        if (!expected.equals(currency)) {
            throw WalletRefusal.CURRENCY_MISMATCH.of("this wallet is in %s, not %s", currency, expected);
        }
    }

    private void refuseUnlessExpected(Money amount) throws Refused {
        refuseUnlessIn(amount.currency());
        if (!pockets.hasRoomFor(Unit.MONEY, amount.minor())) {
            throw WalletRefusal.AMOUNT_OUT_OF_RANGE.of("this is more than a wallet can count");
        }
    }

    private void refuseUnlessSome(Unit unit, long amount) throws Refused {
        if (amount < 1 || !pockets.hasRoomFor(unit, amount)) {
            throw WalletRefusal.AMOUNT_OUT_OF_RANGE.of("an amount from 1 to what a wallet can count is expected");
        }
    }

    private void refuseUnlessClosed(CallId callId) throws Refused {
        if (!closed.includes(callId)) {
            throw WalletRefusal.UNKNOWN_HOLD.of("this wallet has no hold for %s", callId);
        }
    }

    @EventSourcingHandler
    void on(WalletOpened event) {
        id = event.walletId();
        currency = event.currency();
    }

    @EventSourcingHandler
    void on(TopUpCredited event) {
        pockets = pockets.creditCash(event.amount().minor());
        credited.remember(event.topUpId());
    }

    @EventSourcingHandler
    void on(ReceivableRaised event) {
        debts = debts.raise(event.reference(), event.amount().minor());
        indebted.remember(event.reference());
    }

    @EventSourcingHandler
    void on(ReceivablePaid event) {
        long paid = event.amount().minor();
        pockets = pockets.creditCash(-paid);
        debts = debts.reduce(event.reference(), paid);
        if (event.reference().startsWith(TopUpId.PREFIX)) {
            reversed.computeIfPresent(new TopUpId(event.reference()), (topUp, taken) -> taken.paying(paid));
        }
    }

    @EventSourcingHandler
    void on(ReceivableCancelled event) {
        debts = debts.reduce(event.reference(), event.amount().minor());
    }

    @EventSourcingHandler
    void on(PaymentReversed event) {
        TakenBack now =
                takenBack(event.topUpId()).at(event.revision(), event.inAll().minor());
        reversed.put(event.topUpId(), now);
    }

    @EventSourcingHandler
    void on(CashTakenBack event) {
        pockets = pockets.creditCash(-event.amount().minor());
        takes(event.topUpId(), event.amount().minor());
    }

    @EventSourcingHandler
    void on(CashGivenBack event) {
        long minor = event.amount().minor();
        pockets = pockets.creditCash(minor);
        long ofPaid = Math.min(minor, takenBack(event.topUpId()).paid());
        reversed.computeIfPresent(event.topUpId(), (topUp, taken) -> taken.paying(-ofPaid));
        takes(event.topUpId(), ofPaid - minor);
    }

    @EventSourcingHandler
    void on(PackGivenBack event) {
        pockets = pockets.add(Purse.ofPack(event.topUpId(), event.pack(), event.units(), event.at()));
        takes(event.topUpId(), -event.units());
    }

    private void takes(TopUpId topUpId, long units) {
        reversed.computeIfPresent(topUpId, (topUp, taken) -> taken.taking(units));
    }

    @EventSourcingHandler
    void on(BalanceWatched event) {
        watch = watch.below(event.threshold().minor());
    }

    @EventSourcingHandler
    void on(BalanceLow event) {
        watch = watch.below(0);
    }

    @EventSourcingHandler
    void on(PromoGranted event) {
        pockets = pockets.add(Purse.ofPromo(event.lotId(), event.unit(), event.amount(), event.expiresAt()));
        granted.remember(event.lotId());
    }

    @EventSourcingHandler
    void on(PromoExpired event) {
        pockets = pockets.take(Pocket.PROMO, event.lotId().value(), event.amount());
    }

    @EventSourcingHandler
    void on(PackCredited event) {
        pockets = pockets.add(
                Purse.ofPack(event.topUpId(), event.pack(), event.pack().units(), event.at()));
        credited.remember(event.topUpId());
    }

    @EventSourcingHandler
    void on(PackExpired event) {
        pockets = pockets.take(event.pocket(), event.lotId().value(), event.units());
    }

    @EventSourcingHandler
    void on(PackTakenBack event) {
        pockets = pockets.take(event.pack().pocket(), Purse.lotOf(event.topUpId(), event.pack()), event.units());
        takes(event.topUpId(), event.units());
    }

    @EventSourcingHandler
    void on(CardLent event) {
        pockets = pockets.add(Purse.ofCard(event.cardPaymentId(), event.amount().minor()));
        lent.remember(event.cardPaymentId());
    }

    @EventSourcingHandler
    void on(AllowanceAgreed event) {
        id = event.walletId();
        Agreement agreement = new Agreement(event.secondsPerDay(), event.zone(), event.until());
        allowances = allowances.agree(event.source(), agreement, event.at());
    }

    @EventSourcingHandler
    void on(DayZoneSet event) {
        id = event.walletId();
        allowances = allowances.following(event.zone());
    }

    @EventSourcingHandler
    void on(AllowanceGranted event) {
        pockets = pockets.add(Purse.ofAllowance(event.lotId(), event.seconds(), event.expiresAt()));
        allowances = allowances.granted(event.seconds(), event.secondsPerDay(), event.expiresAt());
    }

    @EventSourcingHandler
    void on(AllowanceLapsed event) {
        pockets = pockets.take(Pocket.ALLOWANCE, event.lotId().value(), event.seconds());
    }

    @EventSourcingHandler
    void on(HoldPlaced event) {
        pockets = pockets.hold(Grant.NONE, event.grant());
        Hold hold = new Hold(event.terms(), event.grant(), event.at());
        graces = hold.hasGrace() ? graces.use(event.at()) : graces;
        holds.put(event.callId(), hold);
    }

    @EventSourcingHandler
    void on(HoldDeclined event) {
        id = event.walletId();
        closed.remember(event.callId());
        pockets = pockets.withoutCardsOf(event.callId());
    }

    @EventSourcingHandler
    void on(HoldExtended event) {
        Hold hold = holds.get(event.callId());
        watch = watch.asksForMore(event.callId(), hold.grant().held(Pocket.CASH, NO_LOT));
        pockets = pockets.hold(hold.grant(), event.grant());
        holds.put(event.callId(), hold.grown(event.grant()));
        starving.remove(event.callId());
    }

    @EventSourcingHandler
    void on(HoldExtensionDeclined event) {
        watch = watch.asksForMore(
                event.callId(), holds.get(event.callId()).grant().held(Pocket.CASH, NO_LOT));
        starving.put(event.callId(), event.wantedSeconds());
    }

    @EventSourcingHandler
    void on(HoldCaptured event) {
        close(event.callId(), event.charges());
    }

    @EventSourcingHandler
    void on(HoldReleased event) {
        close(event.callId(), List.of());
    }

    private void close(CallId callId, List<Charge> charges) {
        closed.remember(callId);
        starving.remove(callId);
        watch = watch.over(callId);
        Hold hold = holds.remove(callId);
        if (hold == null) {
            pockets = pockets.withoutCardsOf(callId);
            return; // Released before it was placed: from now on it never will be.
        }
        pockets = pockets.settle(hold.grant(), charges).withoutCardsOf(callId);
        boolean graceReached = charges.stream().anyMatch(charge -> charge.pocket() == Pocket.GRACE);
        graces = hold.hasGrace() && !graceReached ? graces.giveBack(hold.placedAt()) : graces;
    }
}
