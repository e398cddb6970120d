package dev.earshot.query.ledger.lives;

import dev.earshot.api.call.Parties;
import dev.earshot.api.card.CardPaymentEvent.AuthorizationRequested;
import dev.earshot.api.card.CardPaymentEvent.CardAuthorized;
import dev.earshot.api.card.CardPaymentEvent.CardCaptured;
import dev.earshot.api.card.CardPaymentEvent.CardReceivableRaised;
import dev.earshot.api.card.CardPaymentEvent.ChargeWaived;
import dev.earshot.api.card.CardReversalEvent.CardPaymentReversed;
import dev.earshot.api.card.CardReversalEvent.ListenerShareFetched;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.ClawbackId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.LotId;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.PersonId;
import dev.earshot.api.id.PurchaseId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.membership.MembershipEnd;
import dev.earshot.api.membership.MembershipEvent.DuesClaimed;
import dev.earshot.api.membership.MembershipEvent.MembershipEnded;
import dev.earshot.api.membership.MembershipEvent.PeriodBegan;
import dev.earshot.api.money.Money;
import dev.earshot.api.person.ErasureReason;
import dev.earshot.api.person.PersonEvent.AccountErased;
import dev.earshot.api.person.PersonEvent.TextsKept;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Cycle;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanHeld;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.pricing.Tier;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.purchase.Buyer;
import dev.earshot.api.purchase.DisputeVerdict;
import dev.earshot.api.purchase.PurchaseEvent.PackBought;
import dev.earshot.api.purchase.PurchaseEvent.PackClaimed;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseDisputed;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseRefunded;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionUnclaimed;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.Dues;
import dev.earshot.api.topup.Reversal;
import dev.earshot.api.topup.TopUpEvent.DuesPaid;
import dev.earshot.api.topup.TopUpEvent.DuesRequested;
import dev.earshot.api.topup.TopUpEvent.DuesReversed;
import dev.earshot.api.topup.TopUpEvent.PackPaid;
import dev.earshot.api.topup.TopUpEvent.PackRequested;
import dev.earshot.api.topup.TopUpEvent.PackReversed;
import dev.earshot.api.topup.TopUpEvent.TopUpMismatched;
import dev.earshot.api.topup.TopUpEvent.TopUpPaid;
import dev.earshot.api.topup.TopUpEvent.TopUpRequested;
import dev.earshot.api.topup.TopUpEvent.TopUpReversed;
import dev.earshot.api.wallet.WalletCommand;
import dev.earshot.api.wallet.WalletCommand.CaptureHold;
import dev.earshot.api.wallet.WalletCommand.CreditPack;
import dev.earshot.api.wallet.WalletCommand.CreditTopUp;
import dev.earshot.api.wallet.WalletCommand.ExpireLots;
import dev.earshot.api.wallet.WalletCommand.ExtendHold;
import dev.earshot.api.wallet.WalletCommand.GrantPromo;
import dev.earshot.api.wallet.WalletCommand.LendCard;
import dev.earshot.api.wallet.WalletCommand.OpenWallet;
import dev.earshot.api.wallet.WalletCommand.OweForCard;
import dev.earshot.api.wallet.WalletCommand.PlaceHold;
import dev.earshot.api.wallet.WalletCommand.ReleaseHold;
import dev.earshot.api.wallet.WalletCommand.ReversePack;
import dev.earshot.api.wallet.WalletCommand.ReverseTopUp;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.wallet.WalletBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A member's life with one listener, in facts of every family that moves money. The wallet's are those of its own decisions;
 * the others are what could follow. Every wish to the wallet is sent twice, and sums are told twice and late.
 */
final class MoneyLife {
    private static final Instant START = Instant.parse("2026-05-01T08:00:00Z");
    private static final String WALLET = "wallet";

    final AccountId member;
    final ListenerId listener;

    private final Random random;
    private final String name;
    private final WalletId wallet;
    private final Parties parties;
    private final EarningsId earnings;
    private final WalletBook book = new WalletBook();
    private final Chronicle chronicle = new Chronicle();
    private final Coins coins;
    private final List<Runnable> reversals = new ArrayList<>();
    private Instant now = START;
    private int number;
    private long revision;

    MoneyLife(String name, long seed) {
        this.random = new Random(seed);
        this.name = name;
        this.member = new AccountId("acc_" + name + "m");
        this.listener = new ListenerId("lis_" + name + "l");
        this.wallet = WalletId.of(member);
        this.parties = new Parties(member, listener);
        this.earnings = EarningsId.of(listener);
        this.coins = new Coins(earnings, random, chronicle);
        send("open", new OpenWallet(wallet, usd(0).currency(), now));
    }

    /** What is told of it, in any order that a log could have. */
    List<Object> facts(int steps) {
        live(steps);
        if (random.nextBoolean() && !book.remains().owing()) { // Who owes something is not erased.
            erase();
            live(steps / 2);
        }
        return chronicle.inAnyOrder(random);
    }

    private void live(int steps) {
        List<Runnable> ways = List.of(
                this::topUp,
                this::topUp,
                this::buyPack,
                this::promo,
                this::call,
                this::call,
                this::call,
                this::callByCard,
                this::belong,
                this::buyOutside,
                this::goBack,
                this::goBack,
                coins::change,
                coins::change);
        for (int step = 0; step < steps; step++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(600)));
            ways.get(random.nextInt(ways.size())).run();
        }
        coins.settle(now);
    }

    private void topUp() {
        TopUpId id = new TopUpId(fresh("top_"));
        Money amount = usd(100 + random.nextInt(5_000));
        String reference = "n_" + id.suffix();
        tell(id, id, new TopUpRequested(id, wallet, amount, "card", now));
        if (random.nextInt(5) == 0) {
            Money other = usd(amount.minor() - 1 + 2 * random.nextInt(2));
            tell(id, id, new TopUpMismatched(id, wallet, amount, other, reference, now));
        }
        tell(id, id, new TopUpPaid(id, wallet, amount, reference, now));
        send(id, new CreditTopUp(wallet, id, amount, now));
        reversals.add(() -> {
            Reversal back = reversal(amount);
            tell(id, id, new TopUpReversed(id, wallet, amount, back, now));
            send(id, new ReverseTopUp(wallet, id, amount, back.inAll(), back.revision(), now));
        });
    }

    private void buyPack() {
        TopUpId id = new TopUpId(fresh("top_"));
        Pack pack = pack();
        tell(id, id, new PackRequested(id, wallet, pack, "card", now));
        tell(id, id, new PackPaid(id, wallet, pack, "n_" + id.suffix(), now));
        credit(id, pack);
    }

    private void credit(TopUpId id, Pack pack) {
        send(id, new CreditPack(wallet, id, pack, now));
        reversals.add(() -> {
            Reversal back = reversal(pack.price());
            tell(id, id, new PackReversed(id, wallet, pack, back, now));
            send(id, new ReversePack(wallet, id, pack, back.inAll(), back.revision(), now));
        });
    }

    private Pack pack() {
        PlanVersion version = random.nextBoolean() ? PlanVersion.TOKENS : PlanVersion.MOMENTS;
        return new Pack("pack", version, 1 + random.nextInt(900), usd(1 + random.nextInt(3_000)), random.nextInt(3));
    }

    private void promo() {
        Unit unit = random.nextBoolean() ? Unit.MONEY : Unit.SECONDS;
        Instant until = now.plus(Duration.ofHours(1 + random.nextInt(100)));
        send("promo", new GrantPromo(wallet, new LotId(fresh("lot_")), unit, 1 + random.nextInt(500), until, now));
        send("expiry", new ExpireLots(wallet, now));
    }

    private void call() {
        CallId call = new CallId(fresh("call_"));
        PlanVersion version = PlanVersion.values()[random.nextInt(PlanVersion.values().length)];
        var terms = prices().termsFor(new PlanHeld(version, random.nextBoolean(), Set.of()), rate());
        for (Object fact :
                send(call, new PlaceHold(wallet, call, terms, 60 + random.nextInt(600), 1 + random.nextInt(60), now))) {
            if (fact instanceof HoldPlaced placed && random.nextBoolean()) {
                long granted = placed.grant().seconds();
                send(call, new ExtendHold(wallet, call, granted, 60 + random.nextInt(600), now));
            }
        }
        end(call);
    }

    private List<Charge> end(CallId call) {
        List<Charge> charges = new ArrayList<>();
        WalletCommand end = random.nextInt(6) == 0
                ? new ReleaseHold(wallet, call, now)
                : new CaptureHold(wallet, call, random.nextInt(400), now);
        for (Object fact : send(call, end)) {
            if (fact instanceof HoldCaptured captured) {
                charges.addAll(captured.charges());
                long earned = charges.stream().mapToLong(Charge::earned).sum();
                if (earned > 0) {
                    chronicle.tell(Coins.STREAM, call.value(), new EarningsCredited(earnings, call, usd(earned), now));
                    coins.earned(earned);
                }
            }
        }
        return charges;
    }

    private void callByCard() {
        CallId call = new CallId(fresh("call_"));
        CardPaymentId card = CardPaymentId.of(call, 1);
        Money most = usd(200 + random.nextInt(3_000));
        CardId saved = new CardId(fresh("card_"));
        tell(card, call, new AuthorizationRequested(card, call, parties, saved, "acct", most, most, 1, now));
        tell(card, call, new CardAuthorized(card, call, parties, most, "n_" + call.suffix(), now, now));
        send(call, new LendCard(wallet, call, card, most, now));
        send(call, new PlaceHold(wallet, call, prices().byCard(rate()), 300, 1, now));
        List<Charge> charges = end(call);
        long cost = sum(charges, true);
        if (cost > 0) {
            pay(card, call, usd(cost), usd(sum(charges, false)));
        }
    }

    private static long sum(List<Charge> charges, boolean whole) {
        return charges.stream()
                .filter(charge -> charge.pocket() == Pocket.CARD)
                .mapToLong(charge -> whole ? charge.charged() : charge.earned())
                .sum();
    }

    private void pay(CardPaymentId card, CallId call, Money cost, Money earned) {
        switch (random.nextInt(3)) {
            case 0 -> tell(card, call, new ChargeWaived(card, call, parties, cost, now));
            case 1 -> {
                tell(card, call, new CardReceivableRaised(card, call, parties, cost, now));
                send(call, new WalletCommand.RaiseReceivable(wallet, card.value(), cost, now));
            }
            default -> capture(card, call, cost, earned);
        }
    }

    private void capture(CardPaymentId card, CallId call, Money cost, Money earned) {
        tell(card, call, new CardCaptured(card, call, parties, "acct", cost, cost.minus(earned), now));
        if (earned.isPositive()) {
            coins.settledDirectly(call, card, earned, now);
        }
        reversals.add(() -> {
            Reversal back = reversal(cost);
            Money owed = back.disputed().minor() > cost.minor() ? cost : back.disputed();
            tell(card, call, new CardPaymentReversed(card, call, parties, cost, back, owed, now));
            send(call, new OweForCard(wallet, card, owed, back.revision(), now));
            if (random.nextBoolean()) {
                tell(
                        card,
                        call,
                        new ListenerShareFetched(card, call, parties, new ClawbackId(fresh("clw_")), usd(1), now));
            }
        });
    }

    private void belong() {
        MembershipId membership = MembershipId.of(member);
        TopUpId id = new TopUpId(fresh("top_"));
        long price = 100 + random.nextInt(900);
        Dues dues = new Dues(membership, "tier", usd(price + random.nextInt(2) * 50));
        Tier tier = new Tier("tier", "tier", usd(price), 900, false, 0, new Cycle(0, 604_800));
        long credit = dues.amount().minor() - price;
        tell(id, id, new DuesRequested(id, wallet, dues, "card", now));
        tell(id, id, new DuesPaid(id, wallet, dues, "n_" + id.suffix(), now));
        tell(membership, id, new PeriodBegan(membership, id, tier, credit, now, now, now, now));
        if (random.nextBoolean()) {
            tell(id, id, new DuesReversed(id, wallet, dues, reversal(dues.amount()), now));
        } else if (random.nextBoolean()) {
            Money claimed = usd(1 + random.nextInt((int) price));
            tell(membership, id, new DuesClaimed(membership, id, dues.amount(), claimed, ++revision, now));
            send(id, new ReverseTopUp(wallet, id, dues.amount(), claimed, revision, now));
        }
        if (random.nextBoolean()) {
            tell(membership, id, new MembershipEnded(membership, MembershipEnd.CANCELLED, now));
        }
    }

    private void buyOutside() {
        PurchaseId id = new PurchaseId(fresh("pur_"));
        Pack pack = pack();
        tell(id, id, new StoreSubscriptionUnclaimed(new PurchaseId(fresh("pur_")), now));
        List<Object> news = new ArrayList<>(List.of(
                new PackBought(id, pack, "store", "s_" + id.suffix(), new Buyer("", "", ""), now, now),
                new PurchaseDisputed(id, "d", DisputeVerdict.OPEN, pack.price(), false, now),
                new PurchaseDisputed(id, "d", DisputeVerdict.WON, pack.price(), true, now)));
        if (random.nextInt(3) == 0) {
            news.add(random.nextInt(3), new PurchaseRefunded(id, pack.price(), now));
        }
        news.forEach(fact -> tell(id, id, fact));
        if (news.size() == 3) {
            TopUpId topUp = TopUpId.of(id);
            tell(id, id, new PackClaimed(id, member, pack, "s_" + id.suffix(), now));
            tell(topUp, id, new PackPaid(topUp, wallet, pack, "s_" + id.suffix(), now));
            credit(topUp, pack);
        }
    }

    private void goBack() {
        if (!reversals.isEmpty()) {
            reversals.get(random.nextInt(reversals.size())).run();
        }
    }

    /** So much went back, or came back again; more than was paid now and then. */
    private Reversal reversal(Money paid) {
        long refunded = random.nextInt((int) paid.minor() + 1);
        long disputed = random.nextBoolean() ? 0 : random.nextInt((int) paid.minor() + 1);
        long inAll = Math.min(paid.minor(), refunded + disputed);
        return new Reversal(usd(refunded), usd(disputed), usd(inAll), ++revision);
    }

    private void erase() {
        chronicle.everythingAfterThis();
        tell(member, member, new TextsKept(PersonId.of(member), "profile", Map.of(), now));
        erase(member, book.remains().left());
        if (random.nextBoolean()) {
            erase(listener.accountId(), coins.left());
        }
        chronicle.everythingAfterThis();
    }

    private void erase(AccountId person, List<Money> left) {
        tell(person, person, new AccountErased(person, person, ErasureReason.OWN_WISH, left, now));
    }

    private PriceList prices() {
        return new PriceList(random.nextInt(3_000), new Grace(60, 1), 10);
    }

    private Money rate() {
        return usd(50 + random.nextInt(400));
    }

    private List<Object> send(Object episode, WalletCommand command) {
        List<Object> facts = new ArrayList<>();
        for (int times = 0; times < 2; times++) {
            try {
                book.handle(command, fact -> {
                    book.on(fact);
                    facts.add(fact);
                });
            } catch (Refused refused) {
                // Nothing was told, and nothing is posted.
            }
        }
        facts.forEach(fact -> tell(WALLET, episode, fact));
        return facts;
    }

    private void tell(Object stream, Object episode, Object fact) {
        chronicle.tell(stream.toString(), episode.toString(), fact);
    }

    private String fresh(String prefix) {
        return prefix + name + "x" + number++;
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }
}
