package dev.earshot.app.lives;

import dev.earshot.api.account.AccountCommand.ChooseOverflow;
import dev.earshot.api.account.AccountCommand.ChooseTimeZone;
import dev.earshot.api.account.AccountCommand.MoveToVersion;
import dev.earshot.api.account.AccountCommand.RegisterAccount;
import dev.earshot.api.account.Role;
import dev.earshot.api.earnings.EarningsCommand.ClawBackEarnings;
import dev.earshot.api.earnings.EarningsCommand.CreditEarnings;
import dev.earshot.api.earnings.EarningsCommand.ImposePenalty;
import dev.earshot.api.earnings.EarningsCommand.MatureEarnings;
import dev.earshot.api.earnings.EarningsCommand.SettleByDestination;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.earnings.EarningsEvent.EarningsSettledDirectly;
import dev.earshot.api.earnings.PenaltyReason;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.ClawbackId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.LotId;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.PenaltyId;
import dev.earshot.api.id.RefundId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.membership.ChangeEffect;
import dev.earshot.api.membership.MembershipCommand.AdvanceMembership;
import dev.earshot.api.membership.MembershipCommand.CancelMembership;
import dev.earshot.api.membership.MembershipCommand.ChangeTier;
import dev.earshot.api.membership.MembershipCommand.ResumeMembership;
import dev.earshot.api.membership.MembershipCommand.StartMembership;
import dev.earshot.api.membership.MembershipEvent.DuesAsked;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Cycle;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Tier;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.topup.RefundFailure;
import dev.earshot.api.topup.RefundReason;
import dev.earshot.api.topup.TopUpCommand.ConfirmTopUp;
import dev.earshot.api.topup.TopUpCommand.DeclineTopUp;
import dev.earshot.api.topup.TopUpCommand.FailRefund;
import dev.earshot.api.topup.TopUpCommand.LoseDispute;
import dev.earshot.api.topup.TopUpCommand.OpenDispute;
import dev.earshot.api.topup.TopUpCommand.RecordRefund;
import dev.earshot.api.topup.TopUpCommand.RequestPack;
import dev.earshot.api.topup.TopUpCommand.RequestRefund;
import dev.earshot.api.topup.TopUpCommand.RequestRefundOfRest;
import dev.earshot.api.topup.TopUpCommand.RequestTopUp;
import dev.earshot.api.topup.TopUpCommand.WinDispute;
import dev.earshot.api.topup.TopUpDecline;
import dev.earshot.api.wallet.WalletCommand.CaptureHold;
import dev.earshot.api.wallet.WalletCommand.ExpectPack;
import dev.earshot.api.wallet.WalletCommand.ExpectTopUp;
import dev.earshot.api.wallet.WalletCommand.ExpireLots;
import dev.earshot.api.wallet.WalletCommand.ExtendHold;
import dev.earshot.api.wallet.WalletCommand.GrantPromo;
import dev.earshot.api.wallet.WalletCommand.LendCard;
import dev.earshot.api.wallet.WalletCommand.OpenWallet;
import dev.earshot.api.wallet.WalletCommand.PlaceHold;
import dev.earshot.api.wallet.WalletCommand.RaiseReceivable;
import dev.earshot.api.wallet.WalletCommand.ReleaseHold;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Leads a life by the commands that the edges and the sagas send. */
final class Product implements World {
    private static final AccountId ANN = new AccountId("acc_ann");
    private static final AccountId SUE = new AccountId("acc_sue");
    private static final WalletId WALLET = WalletId.of(ANN);

    private static final MembershipId MEMBERSHIP = MembershipId.of(ANN);

    private final House house;
    private final String currency;
    private final Map<String, String> listeners = new HashMap<>();

    private boolean joined;

    Product(Prices prices, String currency, Instant at) {
        this.house = House.with(prices);
        this.currency = currency;
        house.send(new RegisterAccount(ANN, Set.of(Role.MEMBER), at));
        house.send(new OpenWallet(WALLET, Money.of(0, currency).currency(), at));
        move(PlanVersion.PAY_PER_MINUTE, at);
    }

    @Override
    public String topUp(String name, long minor, String paidIn, Telling telling, Instant at) {
        Money amount = Money.of(minor, paidIn);
        String unexpected = house.send(new ExpectTopUp(WALLET, amount));
        String refused = unexpected.isEmpty()
                ? house.send(new RequestTopUp(topUp(name), WALLET, amount, "test_ok", at))
                : unexpected;
        return refused.isEmpty() ? tell(telling, topUp(name), amount, at) : refused;
    }

    @Override
    public String buyPack(String name, PlanVersion version, long units, int days, Telling telling, Instant at) {
        Pack pack = new Pack("pack", version, units, Money.of(PACK_PRICE, currency), days);
        return house.send(new ExpectPack(WALLET, pack))
                + house.send(new RequestPack(topUp(name), WALLET, pack, "test_ok", at))
                + tell(telling, topUp(name), pack.price(), at);
    }

    private String tell(Telling telling, TopUpId topUp, Money amount, Instant at) {
        Object paid = new ConfirmTopUp(topUp, amount, "pay_1", at);
        Object declined = new DeclineTopUp(topUp, TopUpDecline.CARD_DECLINED, at);
        Money less = new Money(amount.minor() - 1, amount.currency());
        List<Object> told = switch (telling) {
            case PAID -> List.of(paid);
            case PAID_TWICE -> List.of(paid, paid);
            case DECLINED -> List.of(declined);
            case DECLINED_THEN_PAID -> List.of(declined, paid);
            case PAID_THEN_DECLINED -> List.of(paid, declined);
            case ANOTHER_AMOUNT_THEN_PAID -> List.of(new ConfirmTopUp(topUp, less, "pay_1", at), paid);
        };
        StringBuilder refusals = new StringBuilder();
        told.forEach(command -> refusals.append(house.send(command)));
        return refusals.toString();
    }

    @Override
    public String refund(String payment, String name, long minor, Instant at) {
        RefundId refund = new RefundId("rfd_" + name);
        return house.send(
                minor == 0
                        ? new RequestRefundOfRest(topUp(payment), refund, RefundReason.DUPLICATE, at)
                        : new RequestRefund(
                                topUp(payment), refund, Money.of(minor, currency), RefundReason.DUPLICATE, at));
    }

    @Override
    public String failRefund(String payment, String name, boolean returned, Instant at) {
        RefundFailure reason = returned ? RefundFailure.RETURNED : RefundFailure.REFUSED;
        return house.send(new FailRefund(topUp(payment), new RefundId("rfd_" + name), reason, at));
    }

    @Override
    public String tellRefund(String payment, long inAll, Instant at) {
        return house.send(new RecordRefund(topUp(payment), Money.of(inAll, currency), at));
    }

    @Override
    public String dispute(String payment, String name, Verdict verdict, long minor, Instant at) {
        Money amount = Money.of(minor, currency);
        return house.send(
                switch (verdict) {
                    case OPEN -> new OpenDispute(topUp(payment), name, amount, at);
                    case LOST -> new LoseDispute(topUp(payment), name, amount, at);
                    case WON -> new WinDispute(topUp(payment), name, amount, at);
                });
    }

    @Override
    public String promo(String name, Unit unit, long amount, Instant expiresAt, Instant at) {
        return house.send(new GrantPromo(WALLET, new LotId("lot_" + name), unit, amount, expiresAt, at));
    }

    @Override
    public String join(Club club, Telling telling, Instant at) {
        return asking(new StartMembership(MEMBERSHIP, tier(club), "test_ok", at), telling, at);
    }

    @Override
    public String renew(Telling telling, Instant at) {
        // The calendar knows of nobody who never was a member.
        return joined ? asking(new AdvanceMembership(MEMBERSHIP, at), telling, at) : "";
    }

    @Override
    public String change(Club club, Telling telling, Instant at) {
        return joined ? asking(new ChangeTier(MEMBERSHIP, tier(club), ChangeEffect.NOW, at), telling, at) : "";
    }

    @Override
    public String cancel(boolean cancelled, Instant at) {
        return joined
                ? house.send(cancelled ? new CancelMembership(MEMBERSHIP, at) : new ResumeMembership(MEMBERSHIP, at))
                : "";
    }

    @Override
    public String travel(ZoneId zone, Instant at) {
        return house.send(new ChooseTimeZone(ANN, zone, at));
    }

    /** What is refused, and what the provider's answers to the dues that this asks for are refused with. */
    private String asking(Object command, Telling telling, Instant at) {
        int before = house.facts().size();
        StringBuilder refusals = new StringBuilder(house.send(command));
        joined |= house.facts().size() > before;
        for (Object fact :
                List.copyOf(house.facts().subList(before, house.facts().size()))) {
            if (fact instanceof DuesAsked dues && dues.amount().isPositive()) {
                refusals.append(tell(telling, dues.topUpId(), dues.amount(), at));
            }
        }
        return refusals.toString();
    }

    private Tier tier(Club club) {
        return new Tier(
                club.name(),
                club.name(),
                Money.of(club.price(), currency),
                club.secondsPerDay(),
                club.overflow(),
                Duration.ofDays(club.trialDays()).toSeconds(),
                new Cycle(0, Club.WEEK.toSeconds()));
    }

    @Override
    public String expire(Instant at) {
        return house.send(new ExpireLots(WALLET, at));
    }

    @Override
    public String dial(String call, Talk talk, Instant at) {
        listeners.putIfAbsent(call, talk.listener());
        Money rate = Money.of(talk.rate(), talk.currency());
        var terms = talk.byCard()
                ? house.plans().at(at).byCard(rate)
                : house.plans().at(at).termsFor(house.plansHeld().at(at, ANN), rate);
        return house.send(new PlaceHold(WALLET, call(call), terms, talk.wanted(), talk.atLeast(), at));
    }

    @Override
    public String lend(String call, int attempt, long minor, Instant at) {
        CardPaymentId authorization = CardPaymentId.of(call(call), attempt);
        return house.send(new LendCard(WALLET, call(call), authorization, Money.of(minor, currency), at));
    }

    @Override
    public String extend(String call, long granted, long wanted, Instant at) {
        return house.send(new ExtendHold(WALLET, call(call), granted, wanted, at));
    }

    @Override
    public String hangUp(String call, long talked, Instant at) {
        int before = house.facts().size();
        String refused = house.send(new CaptureHold(WALLET, call(call), talked, at));
        for (Object fact :
                List.copyOf(house.facts().subList(before, house.facts().size()))) {
            if (fact instanceof HoldCaptured captured) {
                credit(captured, at);
            }
        }
        return refused;
    }

    /** As the billing of calls does: what was earned, unless it is nothing. */
    private void credit(HoldCaptured captured, Instant at) {
        long earned = captured.charges().stream().mapToLong(Charge::earned).reduce(0, Math::addExact);
        EarningsId earnings = earnings(listeners.get(captured.callId().suffix()));
        if (earned > 0) {
            Money amount = new Money(earned, captured.currency());
            house.send(new CreditEarnings(earnings, captured.callId(), amount, captured.talkedSeconds(), at, at));
        }
    }

    @Override
    public String giveUp(String call, Instant at) {
        return house.send(new ReleaseHold(WALLET, call(call), at));
    }

    @Override
    public String move(PlanVersion version, Instant at) {
        return house.send(new MoveToVersion(ANN, version, SUE, at));
    }

    @Override
    public String overflow(boolean cash, Instant at) {
        return house.send(new ChooseOverflow(ANN, cash, at));
    }

    @Override
    public String mature(String listener, Instant at) {
        return house.send(new MatureEarnings(earnings(listener), at));
    }

    @Override
    public String penalise(String name, String listener, long minor, Instant at) {
        Money amount = Money.of(minor, currency);
        return house.send(new ImposePenalty(
                earnings(listener), new PenaltyId("pen_" + name), amount, PenaltyReason.MISCONDUCT, SUE, at));
    }

    @Override
    public String clawBack(String name, String listener, long minor, Instant at) {
        Money amount = Money.of(minor, currency);
        return house.send(
                new ClawBackEarnings(earnings(listener), new ClawbackId("clw_" + name), call("any"), amount, at));
    }

    @Override
    public String settleDirectly(String name, String call, long minor, Instant at) {
        String listener = listeners.get(call);
        return listener == null
                ? ""
                : house.send(new SettleByDestination(
                        earnings(listener), call(call), "pay_" + name, Money.of(minor, currency), at));
    }

    @Override
    public String owe(String name, long minor, Instant at) {
        return house.send(new RaiseReceivable(WALLET, name, Money.of(minor, currency), at));
    }

    @Override
    public SortedMap<String, String> picture(Instant at) {
        Photograph photograph = new Photograph(house.facts());
        photograph.wallet(house.state("Wallet", WALLET), at);
        if (joined) {
            photograph.membership(house.state("Membership", MEMBERSHIP));
        }
        for (String listener : new TreeSet<>(earners())) {
            photograph.earnings(listener, house.state("Earnings", earnings(listener)), currency);
        }
        return photograph.developed();
    }

    /** Everything that has happened. */
    List<Object> facts() {
        return house.facts();
    }

    /** What has happened at least once, and what has paid. */
    Set<String> happenings() {
        Set<String> happenings = new TreeSet<>();
        for (Object fact : house.facts()) {
            happenings.add(fact.getClass().getSimpleName());
            if (fact instanceof HoldCaptured captured) {
                captured.charges().forEach(charge -> happenings.add("paid by " + charge.pocket()));
            }
        }
        return happenings;
    }

    private Set<String> earners() {
        Set<String> earners = new TreeSet<>();
        for (Object fact : house.facts()) {
            if (fact instanceof EarningsCredited credited) {
                earners.add(credited.earningsId().suffix());
            } else if (fact instanceof EarningsSettledDirectly settled) {
                earners.add(settled.earningsId().suffix());
            }
        }
        return earners;
    }

    private static TopUpId topUp(String name) {
        return new TopUpId("top_" + name);
    }

    private static CallId call(String name) {
        return new CallId("call_" + name);
    }

    private static EarningsId earnings(String listener) {
        return new EarningsId("ear_" + listener);
    }
}
