package dev.earshot.app.lives;

import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Unit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Lives as they come. */
final class Lives {
    private static final long HOUR = 3_600;
    private static final int SLOTS = 3;

    private Lives() {}

    static Arbitrary<Life> any() {
        Arbitrary<String> currencies = Arbitraries.of("USD", "JPY", "KWD");
        Arbitrary<Prices> prices = Arbitraries.of(Prices.ALL);
        return Combinators.combine(
                        prices,
                        currencies,
                        steps().list().ofMinSize(1).ofMaxSize(250).withSizeDistribution(RandomDistribution.uniform()))
                .as(Life::new);
    }

    private static Arbitrary<Step> steps() {
        return Arbitraries.frequencyOf(
                Tuple.of(10, waits()),
                Tuple.of(12, purchases()),
                Tuple.of(20, dials()),
                Tuple.of(7, loans()),
                Tuple.of(16, extensions()),
                Tuple.of(14, ends()),
                Tuple.of(4, choices()),
                Tuple.of(6, reversals()),
                Tuple.of(6, memberships()),
                Tuple.of(4, coins()),
                Tuple.of(1, longs(1, 500).map(Step.Owe::new)));
    }

    private static Arbitrary<Step> waits() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, longs(0, HOUR).map(Step.Wait::new)),
                Tuple.of(1, longs(HOUR, 200 * HOUR).map(Step.Wait::new)),
                Tuple.of(3, Arbitraries.integers().between(-1, 1).map(Step.WaitForExpiry::new)),
                Tuple.of(
                        2,
                        Combinators.combine(zones(), Arbitraries.integers().between(-1, 1))
                                .as(Step.WaitForMidnight::new)),
                Tuple.of(2, Arbitraries.just(new Step.Expire())));
    }

    private static Arbitrary<Step> purchases() {
        Arbitrary<Step> topUps = Combinators.combine(
                        Arbitraries.frequencyOf(Tuple.of(4, longs(99, 3_000)), Tuple.of(1, longs(3_000, 1_000_001))),
                        tellings(),
                        Arbitraries.frequency(Tuple.of(19, false), Tuple.of(1, true)))
                .as(Step.TopUp::new);
        Arbitrary<Step> packs = Combinators.combine(
                        Arbitraries.of(PlanVersion.TOKENS, PlanVersion.MOMENTS),
                        longs(1, 2 * HOUR),
                        Arbitraries.integers().between(0, 3),
                        tellings())
                .as(Step.BuyPack::new);
        Arbitrary<Step> promos = Combinators.combine(
                        Arbitraries.of(Unit.SECONDS, Unit.MONEY), longs(1, 900), longs(0, 24 * HOUR))
                .as(Step.Promo::new);
        return Arbitraries.frequencyOf(Tuple.of(4, topUps), Tuple.of(4, packs), Tuple.of(3, promos));
    }

    private static Arbitrary<Step> memberships() {
        Arbitrary<Club> clubs = Arbitraries.of(Club.ALL);
        Arbitrary<Step> renewals = Combinators.combine(
                        Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(1, 1), Tuple.of(1, 4), Tuple.of(1, 12)),
                        Arbitraries.integers().between(-1, 1),
                        tellings())
                .as(Step.Renew::new);
        return Arbitraries.frequencyOf(
                Tuple.of(4, Combinators.combine(clubs, tellings()).as(Step.Join::new)),
                Tuple.of(2, renewals),
                Tuple.of(1, Combinators.combine(clubs, tellings()).as(Step.Change::new)),
                Tuple.of(1, Arbitraries.of(true, false).map(Step.Cancel::new)),
                Tuple.of(2, zones().map(Step.Travel::new)));
    }

    private static Arbitrary<String> zones() {
        return Arbitraries.of("UTC", "Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Asia/Kolkata");
    }

    private static Arbitrary<Telling> tellings() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(Telling.PAID)), Tuple.of(1, Arbitraries.of(Telling.class)));
    }

    private static Arbitrary<Step> reversals() {
        Arbitrary<Integer> which = Arbitraries.integers().between(0, 20);
        Arbitrary<Integer> parts = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(0, 1_000)),
                Tuple.of(2, Arbitraries.integers().between(1, 1_000)));
        Arbitrary<Integer> names = Arbitraries.integers().between(0, 1);
        return Arbitraries.oneOf(
                Combinators.combine(which, parts).as(Step.Refund::new),
                Combinators.combine(which, Arbitraries.of(true, false)).as(Step.FailRefund::new),
                Combinators.combine(which, parts).as(Step.TellRefund::new),
                Combinators.combine(which, names, Arbitraries.of(World.Verdict.class), parts)
                        .as(Step.Dispute::new));
    }

    private static Arbitrary<Step> dials() {
        return Combinators.combine(
                        slots(),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.frequencyOf(
                                Tuple.of(2, Arbitraries.integers().between(0, 300)),
                                Tuple.of(
                                        1,
                                        Arbitraries.integers()
                                                .between(0, 10_000)
                                                .withDistribution(RandomDistribution.uniform()))),
                        wanted(),
                        Arbitraries.of(1L, 60L),
                        Arbitraries.frequency(Tuple.of(29, false), Tuple.of(1, true)),
                        Arbitraries.frequency(Tuple.of(3, false), Tuple.of(1, true)))
                .as(Step.Dial::new);
    }

    private static Arbitrary<Step> loans() {
        return Combinators.combine(slots(), Arbitraries.integers().between(1, 2), longs(50, 5_000))
                .as(Step.Lend::new);
    }

    private static Arbitrary<Step> extensions() {
        return Combinators.combine(slots(), wanted(), Arbitraries.frequency(Tuple.of(9, 0L), Tuple.of(1, 1L)))
                .as(Step.Extend::new);
    }

    private static Arbitrary<Step> ends() {
        Arbitrary<Integer> parts = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(0, 1_000)),
                Tuple.of(3, Arbitraries.integers().between(0, 1_100)));
        Arbitrary<Step> hangUps = Combinators.combine(slots(), parts).as(Step.HangUp::new);
        return Arbitraries.frequencyOf(Tuple.of(5, hangUps), Tuple.of(1, slots().map(Step.GiveUp::new)));
    }

    private static Arbitrary<Step> choices() {
        return Arbitraries.oneOf(
                Arbitraries.of(PlanVersion.class).map(Step.Move::new),
                Arbitraries.of(true, false).map(Step.Overflow::new));
    }

    private static Arbitrary<Step> coins() {
        Arbitrary<Integer> listeners = Arbitraries.integers().between(0, 2);
        Arbitrary<Long> amounts = longs(1, 2_000);
        return Arbitraries.oneOf(
                Combinators.combine(listeners, Arbitraries.integers().between(-1, 1))
                        .as(Step.Mature::new),
                Combinators.combine(slots(), amounts).as(Step.SettleDirectly::new),
                Combinators.combine(listeners, amounts).as(Step.Penalise::new),
                Combinators.combine(listeners, amounts).as(Step.ClawBack::new));
    }

    private static Arbitrary<Integer> slots() {
        return Arbitraries.integers().between(0, SLOTS - 1);
    }

    private static Arbitrary<Long> wanted() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(300L)), Tuple.of(2, longs(1, 400)), Tuple.of(1, longs(1, HOUR)));
    }

    private static Arbitrary<Long> longs(long least, long most) {
        return Arbitraries.longs().between(least, most).withDistribution(RandomDistribution.uniform());
    }
}
