package dev.earshot.command.wallet;

import static dev.earshot.command.wallet.WalletStory.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.LotId;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.Membership;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.wallet.WalletCommand.AgreeAllowance;
import dev.earshot.api.wallet.WalletCommand.ExpireLots;
import dev.earshot.api.wallet.WalletCommand.ExtendHold;
import dev.earshot.api.wallet.WalletCommand.LimitAllowance;
import dev.earshot.api.wallet.WalletCommand.SetDayZone;
import dev.earshot.api.wallet.WalletEvent.AllowanceAgreed;
import dev.earshot.api.wallet.WalletEvent.AllowanceGranted;
import dev.earshot.api.wallet.WalletEvent.AllowanceLapsed;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldExtensionDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.command.Live;
import dev.earshot.command.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The allowance of the day: when it is given, to whom, and by whose clocks. */
class AllowanceTest {
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final Instant FOREVER = Instant.parse("2040-01-01T00:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");
    private static final long QUARTER = 900;

    private final Live<Wallet> wallet = new Live<>(Wallet.class, new Wallet());

    @Test
    void the_days_lot_is_given_to_the_first_call_of_the_day_and_to_nobody_who_does_not_call() {
        tell(open());
        assertThat(wallet.send(agree(QUARTER)))
                .containsExactly(new AllowanceAgreed(WALLET, "mem", QUARTER, LISBON, FOREVER, NOON));
        assertThat(wallet.send(agree(QUARTER))).isEmpty();

        assertThat(wallet.send(place("c", 300, NOON)).get(0))
                .isEqualTo(new AllowanceGranted(WALLET, lotUntil(MIDNIGHT), QUARTER, QUARTER, MIDNIGHT, NOON));
        assertThat(wallet.send(place("d", 300, NOON))).singleElement().isInstanceOf(HoldPlaced.class);
    }

    @Test
    void who_has_used_up_the_day_is_declined_or_pays_cash_where_the_tier_lets_it() {
        tell(open(), agree(60), topUp("a", 1_000), place("c", 60, NOON));

        assertThat(wallet.send(place("d", 60, NOON))).singleElement().isInstanceOf(HoldDeclined.class);
        HoldPlaced paid = (HoldPlaced)
                wallet.send(placeHoldUnder(terms(true), "e", 60, NOON)).get(0);
        assertThat(paid.grant().legs()).extracting(Leg::pocket).containsExactly(Pocket.CASH);
    }

    @Test
    void a_call_on_allowance_goes_over_into_cash_within_one_hold() {
        tell(open(), agree(60), topUp("a", 1_000));

        var told = wallet.send(placeHoldUnder(terms(true), "c", 300, NOON));

        HoldPlaced placed = (HoldPlaced) told.get(1);
        assertThat(placed.grant().legs())
                .extracting(leg -> leg.pocket() + " " + leg.seconds())
                .containsExactly("ALLOWANCE 60", "CASH 240");
    }

    @Test
    void without_a_live_membership_there_is_no_allowance() {
        tell(open(), agree(QUARTER), new LimitAllowance(WALLET, "mem", NOON, NOON));

        assertThat(wallet.send(place("c", 60, NOON))).singleElement().isInstanceOf(HoldDeclined.class);
    }

    @Test
    void a_call_over_midnight_goes_on_with_the_new_days_lot_and_what_it_had_set_aside_stays_its_own() {
        tell(open(), agree(QUARTER), place("c", 300, MIDNIGHT.minusSeconds(100)));

        var told = wallet.send(new ExtendHold(WALLET, call("c"), 300, 300, MIDNIGHT.plusSeconds(125)));

        Instant next = MIDNIGHT.plus(Duration.ofDays(1));
        assertThat(told.get(0))
                .isEqualTo(new AllowanceLapsed(WALLET, lotUntil(MIDNIGHT), 600, MIDNIGHT.plusSeconds(125)));
        assertThat(told.get(1)).isInstanceOf(AllowanceGranted.class);
        assertThat(((HoldExtended) told.get(2)).grant().legs())
                .extracting(leg -> leg.lot() + " " + leg.seconds())
                .containsExactly(lotUntil(MIDNIGHT) + " 300", lotUntil(next) + " 300");
    }

    /** Ran low a minute before midnight with nothing left: the next day's allowance comes in time by itself. */
    @Test
    void a_call_that_starves_before_midnight_is_fed_at_midnight() {
        Instant low = MIDNIGHT.minusSeconds(60);
        tell(open(), agree(QUARTER), place("c", QUARTER, low.minusSeconds(800)));
        assertThat(wallet.send(new ExtendHold(WALLET, call("c"), QUARTER, 300, low)))
                .singleElement()
                .isInstanceOf(HoldExtensionDeclined.class);

        var told = wallet.send(new ExpireLots(WALLET, MIDNIGHT));

        assertThat(told.get(0)).isInstanceOf(AllowanceGranted.class);
        assertThat(((HoldExtended) told.get(1)).grant().seconds()).isEqualTo(QUARTER + 300);
    }

    @Test
    void what_comes_back_after_midnight_lapses() {
        tell(open(), agree(QUARTER), place("c", 300, MIDNIGHT.minusSeconds(10)), new ExpireLots(WALLET, MIDNIGHT));

        var told = wallet.send(captureHoldAt("c", 100, MIDNIGHT.plusSeconds(90)));

        assertThat(told.get(0)).isInstanceOf(HoldCaptured.class);
        assertThat(told.get(1))
                .isEqualTo(new AllowanceLapsed(WALLET, lotUntil(MIDNIGHT), 200, MIDNIGHT.plusSeconds(90)));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Lisbon,    2026-03-29T00:00:00Z, 2026-03-29T23:00:00Z", // 23 hours
        "Europe/Lisbon,    2026-10-24T23:00:00Z, 2026-10-26T00:00:00Z", // 25 hours
        "America/New_York, 2026-03-08T05:00:00Z, 2026-03-09T04:00:00Z",
        "America/New_York, 2026-11-01T04:00:00Z, 2026-11-02T05:00:00Z",
        "America/Santiago, 2026-09-06T04:00:00Z, 2026-09-07T03:00:00Z", // Its midnight does not exist.
    })
    void a_day_is_a_day_however_long(ZoneId zone, Instant begin, Instant end) {
        tell(open(), agree(QUARTER), new SetDayZone(WALLET, zone, NOON));

        assertThat(wallet.send(place("a", 60, begin)).get(0))
                .isEqualTo(new AllowanceGranted(WALLET, lotUntil(end), QUARTER, QUARTER, end, begin));
        assertThat(wallet.send(place("b", 60, end.minusMillis(1))))
                .singleElement()
                .isInstanceOf(HoldPlaced.class);
        assertThat(wallet.send(place("c", 60, end)).stream().filter(AllowanceGranted.class::isInstance))
                .singleElement()
                .extracting(fact -> ((AllowanceGranted) fact).seconds())
                .isEqualTo(QUARTER);
    }

    @Test
    void another_zone_gives_no_second_allowance_while_the_day_goes_on_and_only_the_share_of_the_rest_after_it() {
        tell(open(), agree(QUARTER), place("c", QUARTER, NOON));
        tell(new SetDayZone(WALLET, ZoneId.of("Pacific/Kiritimati"), NOON)); // It is the next day there.
        assertThat(wallet.send(place("d", 60, NOON))).singleElement().isInstanceOf(HoldDeclined.class);

        var told = wallet.send(place("e", 60, MIDNIGHT)); // 14 hours of that day have passed.

        assertThat(told.get(0))
                .isEqualTo(new AllowanceGranted(
                        WALLET,
                        lotUntil(MIDNIGHT.plus(Duration.ofHours(10))),
                        QUARTER * 10 / 24,
                        QUARTER,
                        MIDNIGHT.plus(Duration.ofHours(10)),
                        MIDNIGHT));
    }

    @Test
    void a_better_tier_in_mid_day_adds_what_it_has_more_and_a_smaller_one_takes_nothing() {
        tell(open(), agree(QUARTER), place("c", 300, NOON));

        assertThat(wallet.send(agree(3 * QUARTER)).get(1))
                .isEqualTo(new AllowanceGranted(WALLET, lotUntil(MIDNIGHT), 2 * QUARTER, 3 * QUARTER, MIDNIGHT, NOON));
        assertThat(wallet.send(agree(60))).singleElement().isInstanceOf(AllowanceAgreed.class);
        assertThat(wallet.send(agree(3 * QUARTER))).singleElement().isInstanceOf(AllowanceAgreed.class);
    }

    @Test
    void of_two_sources_the_more_generous_counts_and_when_it_ends_the_other() {
        Instant tomorrow = NOON.plus(Duration.ofDays(1));
        tell(open(), agree(60), new AgreeAllowance(WALLET, "store", 600, LISBON, tomorrow, NOON));

        assertThat(given(wallet.send(place("a", 60, NOON)))).isEqualTo(600);
        assertThat(given(wallet.send(place("b", 60, tomorrow)))).isEqualTo(60);
    }

    @Property
    void no_local_day_takes_more_than_the_tier_allows(
            @ForAll("zones") ZoneId zone,
            @ForAll @LongRange(min = 60, max = 3_000) long perDay,
            @ForAll("calls") List<Talk> calls) {
        Live<Wallet> any = new Live<>(Wallet.class, new Wallet());
        any.send(open());
        any.send(agree(perDay));
        any.send(new SetDayZone(WALLET, zone, NOON));
        Map<LocalDate, Long> charged = new HashMap<>();
        Map<String, LocalDate> days = new HashMap<>();
        Instant now = NOON;
        int number = 0;
        for (Talk talk : calls) {
            now = now.plusSeconds(talk.later());
            String name = "c" + number++;
            List<Object> told = Stream.of(
                            any.send(place(name, talk.wanted(), now)),
                            any.send(extend(name, talk.wanted(), now.plusSeconds(talk.talked()))),
                            any.send(captureHoldAt(name, talk.talked(), now.plusSeconds(talk.talked()))))
                    .flatMap(List::stream)
                    .toList();
            for (Object fact : told) {
                if (fact instanceof AllowanceGranted day) {
                    LocalDate date = LocalDate.ofInstant(day.at(), zone);
                    assertThat(days.put(day.lotId().value(), date)).isNull();
                }
                if (fact instanceof HoldCaptured captured) {
                    captured.charges()
                            .forEach(charge -> charged.merge(days.get(charge.lot()), charge.charged(), Long::sum));
                }
            }
            now = now.plusSeconds(talk.talked());
        }
        assertThat(charged.values()).allMatch(seconds -> seconds <= perDay);
        assertThat(days.values()).doesNotHaveDuplicates();
    }

    @Property
    void no_change_of_zone_however_often_gives_more_than_staying(
            @ForAll("journeys") List<Hop> journey, @ForAll @IntRange(min = 24, max = 86_400) int perDay) {
        Live<Wallet> any = new Live<>(Wallet.class, new Wallet());
        any.send(open());
        any.send(agree(perDay));
        Instant now = NOON;
        long all = 0;
        int number = 0;
        for (Hop hop : journey) {
            now = now.plusSeconds(hop.later());
            any.send(new SetDayZone(WALLET, hop.zone(), now));
            for (Object fact : any.send(place("c" + number++, 60, now))) {
                all += fact instanceof AllowanceGranted day ? day.seconds() : 0;
            }
        }
        // From the beginning of the first day to the end of the last one, no day being shorter than 23 hours.
        long days = Duration.between(NOON, now).toSeconds() / (23 * 3_600) + 3;
        assertThat(all).isLessThanOrEqualTo(days * perDay);
    }

    @Test
    void a_snapshot_keeps_everything_and_an_older_one_is_read() {
        tell(open());
        Snapshots.expectToReadWithout(wallet.root(), "allowances");
        tell(agree(QUARTER), new SetDayZone(WALLET, LISBON, NOON), place("c", 300, NOON));
        Snapshots.expectToKeep(wallet.root());
    }

    record Talk(long later, long wanted, long talked) {}

    record Hop(long later, ZoneId zone) {}

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "UTC",
                        "Europe/Lisbon",
                        "America/New_York",
                        "Pacific/Kiritimati",
                        "Pacific/Pago_Pago",
                        "Asia/Kathmandu",
                        "Australia/Lord_Howe",
                        "America/Santiago")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<List<Talk>> calls() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 40_000),
                        Arbitraries.longs().between(1, 2_000),
                        Arbitraries.longs().between(0, 4_000))
                .as(Talk::new)
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Hop>> journeys() {
        return Combinators.combine(Arbitraries.longs().between(0, 50_000), zones())
                .as(Hop::new)
                .list()
                .ofMaxSize(40);
    }

    private void tell(Object... commands) {
        Stream.of(commands).forEach(wallet::send);
    }

    private static long given(List<Object> told) {
        return told.stream()
                .filter(AllowanceGranted.class::isInstance)
                .mapToLong(fact -> ((AllowanceGranted) fact).seconds())
                .sum();
    }

    private static AgreeAllowance agree(long perDay) {
        return new AgreeAllowance(WALLET, "mem", perDay, LISBON, FOREVER, NOON);
    }

    private static Object place(String call, long wanted, Instant at) {
        return placeHoldUnder(terms(false), call, wanted, at);
    }

    private static ExtendHold extend(String call, long seconds, Instant at) {
        return new ExtendHold(WALLET, call(call), seconds, seconds, at);
    }

    private static Terms terms(boolean cash) {
        return new Membership(1500, new Grace(0, 0)).termsFor(usd(100), cash);
    }

    private static LotId lotUntil(Instant end) {
        return LotId.ofDayUntil(WALLET, end);
    }
}
