package dev.earshot.query.lab;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.LotId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanHeld;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.wallet.WalletCommand.AgreeAllowance;
import dev.earshot.api.wallet.WalletCommand.CreditPack;
import dev.earshot.api.wallet.WalletCommand.CreditTopUp;
import dev.earshot.api.wallet.WalletCommand.GrantPromo;
import dev.earshot.api.wallet.WalletCommand.OpenWallet;
import dev.earshot.api.wallet.WalletCommand.ReverseTopUp;
import dev.earshot.api.wallet.WalletCommand.SetDayZone;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** What a member wishes for on two days, drawn from a seed; the same each time. No two things happen at the same moment. */
final class SeededLife {
    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    final AccountId member;
    final PlanHeld plan;
    final List<Wish> wishes = new ArrayList<>();
    private final SplittableRandom random;
    private final WalletId wallet;
    private final String name;
    private final Currency currency;

    SeededLife(String suffix, long seed) {
        this(suffix, seed, "USD");
    }

    SeededLife(String suffix, long seed, String currencyCode) {
        random = new SplittableRandom(seed);
        name = suffix + "x" + seed;
        currency = Currency.getInstance(currencyCode);
        member = new AccountId(AccountId.PREFIX + name);
        wallet = WalletId.of(member);
        PlanVersion version = PlanVersion.values()[random.nextInt(4)];
        plan = new PlanHeld(version, random.nextBoolean(), Set.of(PlanVersion.TOKENS, PlanVersion.MOMENTS));
        wishes.add(new Wish.Told(START, new OpenWallet(wallet, currency, START)));
        wishes.add(new Wish.Told(START, new SetDayZone(wallet, ZoneId.of("Europe/Berlin"), START)));
        means();
        calls();
        wishes.sort(Comparator.comparing(Wish::at));
    }

    private void means() {
        for (int i = 0; i < 6; i++) {
            Instant at = moment(i, 950 + i);
            TopUpId topUp = new TopUpId(TopUpId.PREFIX + name + i);
            switch (random.nextInt(5)) {
                case 0, 1 -> topUp(topUp, i, at);
                case 2 -> {
                    Pack pack = new Pack("tokens", PlanVersion.TOKENS, 40 + random.nextInt(200), money(999), 0);
                    wishes.add(new Wish.Told(at, new CreditPack(wallet, topUp, pack, at)));
                }
                case 3 -> {
                    Pack pack = new Pack("minutes", PlanVersion.MOMENTS, 60 + random.nextInt(900), money(1500), 1);
                    wishes.add(new Wish.Told(at, new CreditPack(wallet, topUp, pack, at)));
                }
                default -> {
                    LotId lot = new LotId(LotId.PREFIX + name + i);
                    Unit unit = random.nextBoolean() ? Unit.SECONDS : Unit.MONEY;
                    Instant until = at.plus(Duration.ofHours(9));
                    wishes.add(
                            new Wish.Told(at, new GrantPromo(wallet, lot, unit, 20 + random.nextInt(200), until, at)));
                }
            }
        }
        if (plan.version() == PlanVersion.MEMBERSHIP) {
            Instant until = START.plus(Duration.ofDays(30));
            wishes.add(new Wish.Told(
                    START, new AgreeAllowance(wallet, "mem_1", 600, ZoneId.of("Europe/Rome"), until, START)));
        }
    }

    private void topUp(TopUpId topUp, int number, Instant at) {
        Money amount = money(100 + random.nextInt(1500));
        wishes.add(new Wish.Told(at, new CreditTopUp(wallet, topUp, amount, at)));
        if (random.nextInt(6) == 0) {
            Instant back = at.plusSeconds(40_000).plusMillis(10 + number);
            wishes.add(new Wish.Told(back, new ReverseTopUp(wallet, topUp, amount, amount, 1, back)));
        }
    }

    private void calls() {
        for (int i = 0; i < 8; i++) {
            Instant at = moment(i % 6, 100 + 41 * i);
            ListenerId listener = new ListenerId(ListenerId.PREFIX + "ear" + random.nextInt(5));
            Instant connected = at.plusSeconds(5 + random.nextInt(20)).plusMillis(7);
            CallId call = new CallId(CallId.PREFIX + name + "c" + i);
            wishes.add(new Wish.Call(
                    at, call, listener, money(50 + random.nextInt(400)), connected, 1 + random.nextInt(1200)));
        }
    }

    /** Somewhere in one of six spans of some hours; the milliseconds tell who it is, so that none meets another. */
    private Instant moment(int span, int millis) {
        return START.plusSeconds(1 + span * 20_000L + random.nextInt(2_500)).plusMillis(millis);
    }

    private Money money(long minor) {
        return new Money(minor, currency);
    }
}
