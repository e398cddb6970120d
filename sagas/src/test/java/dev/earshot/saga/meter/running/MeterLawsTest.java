package dev.earshot.saga.meter.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.meter.Draw;
import dev.earshot.api.meter.MeterEvent.SecondsDrawn;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Tariff;
import dev.earshot.saga.CallFacts;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever ticks there are or are not, what was drawn last is what the talk costs. */
class MeterLawsTest {
    private static final Instant CONNECTED = Instant.parse("2026-03-01T10:00:00Z");

    private final CallFacts facts = new CallFacts("Lawful");

    @Property(tries = 500)
    void drawsOfAnyTicksComeToExactlyWhatTheTalkCosts(
            @ForAll("grants") Grant grant, @ForAll @Size(max = 60) List<@IntRange(max = 400) Integer> ticks) {
        MeteredCall call = connected(grant);
        Map<Pocket, Long> charged = new EnumMap<>(Pocket.class);
        long earned = 0;

        for (int second : ticks) {
            for (Draw draw : tell(call, second)) {
                charged.put(draw.pocket(), draw.charged());
                assertThat(draw.earned()).isGreaterThanOrEqualTo(earned);
                earned = draw.earned();
            }
        }

        long talked = Math.min(
                grant.seconds(),
                ticks.stream().mapToLong(Integer::longValue).max().orElse(0));
        assertThat(charged).isEqualTo(cost(grant, talked));
        assertThat(earned).isEqualTo(grant.earnedAt(talked));
    }

    @Property(tries = 300)
    void anExtensionInTheMiddleDrawsAsIfItHadBeenGrantedAtOnce(
            @ForAll("grants") Grant grant,
            @ForAll @IntRange(min = 1, max = 300) int more,
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 700) Integer> ticks,
            @ForAll @IntRange(max = 39) int when) {
        Grant longer = grant.then(Pocket.CASH, Leg.NO_LOT, more, CallFacts.TARIFF);
        MeteredCall call = connected(grant);
        Map<Pocket, Long> charged = new EnumMap<>(Pocket.class);

        List<Integer> order = List.copyOf(new TreeSet<>(ticks));
        for (int i = 0; i < order.size(); i++) {
            if (i == when % order.size()) {
                call.grant(longer);
            }
            tell(call, order.get(i)).forEach(draw -> charged.put(draw.pocket(), draw.charged()));
        }

        assertThat(charged).isEqualTo(cost(longer, Math.min(longer.seconds(), order.get(order.size() - 1))));
    }

    private static Map<Pocket, Long> cost(Grant grant, long talked) {
        Map<Pocket, Long> cost = new EnumMap<>(Pocket.class);
        for (Charge charge : grant.chargesAt(talked)) {
            cost.merge(charge.pocket(), charge.charged(), Long::sum);
        }
        return cost;
    }

    private MeteredCall connected(Grant grant) {
        MeteredCall call = new MeteredCall(facts.call, facts.wallet, grant);
        call.connected(CONNECTED);
        return call;
    }

    private static List<Draw> tell(MeteredCall call, int second) {
        Tick tick = new Tick(0, CONNECTED.plusSeconds(second), 3, 0);
        call.tell(tick.at().toEpochMilli(), tick);
        return tick.events().stream()
                .filter(SecondsDrawn.class::isInstance)
                .flatMap(event -> ((SecondsDrawn) event).draws().stream())
                .toList();
    }

    /** Gifts of seconds in lots, then cash, then the courtesy: any of them may be missing. */
    @Provide
    Arbitrary<Grant> grants() {
        Arbitrary<Integer> seconds = Arbitraries.integers().between(0, 90);
        Arbitrary<Integer> rate = Arbitraries.integers().between(50, 10_000);
        return Combinators.combine(seconds, seconds, seconds, seconds, rate).as((one, two, cash, grace, minor) -> {
            Grant grant = add(Grant.NONE, Pocket.PROMO, "lot_one", one, Tariff.perSecond(minor));
            grant = add(grant, Pocket.PROMO, "lot_two", two, Tariff.perSecond(minor));
            grant = add(grant, Pocket.CASH, Leg.NO_LOT, cash, Tariff.perMinute(minor, 1500));
            return add(grant, Pocket.GRACE, Leg.NO_LOT, grace, Tariff.free(minor));
        });
    }

    private static Grant add(Grant grant, Pocket pocket, String lot, int seconds, Tariff tariff) {
        return seconds == 0 ? grant : grant.then(pocket, lot, seconds, tariff);
    }
}
